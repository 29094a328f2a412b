// Does the effort asked for go with the thinking asked for?

import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const effortRules: readonly Rule<RequestFacts>[] = [
  {
    number: 80,
    precondition: "effort above high without thinking, on a model where it needs it",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const effort = effortIn(request.output_config);
      if (!model.effortNeedsThinking || !isWithoutThinking(request)) return undefined;
      if (effort !== "xhigh" && effort !== "max") return undefined;
      const wording = `output_config.effort '${effort}' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.`;
      return { wording };
    },
  },
  {
    number: 80,
    precondition: "effort that changes on the way without thinking",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      if (!model.effortNeedsThinking || !isWithoutThinking(request)) return undefined;
      const before = effortIn(request.output_config) ?? model.defaultEffort;
      const index = request.messages.findIndex(
        ({ output_config: config }) => (effortIn(config) ?? before) !== before,
      );
      const changed = effortIn(request.messages[index]?.output_config);
      if (changed === undefined) return undefined;
      const wording = `output_config.effort '${changed}' differs from the '${before}' in effect before it; effort cannot change when thinking is disabled on this model. Use effort '${before}', or enable thinking.`;
      return { path: `messages.${index}`, wording };
    },
  },
];

function isWithoutThinking({ thinking }: MessagesRequest): boolean {
  return thinking?.type === "disabled" || thinking?.type === "between_tools";
}

function effortIn(config: unknown): string | undefined {
  return isJsonObject(config) && typeof config.effort === "string" ? config.effort : undefined;
}
