// What does the chosen model refuse?

import { isServerToolBlock, isServerToolResult, isText } from "../api/content-block";
import { blocksOf, type MessagesRequest, type RequestMessage } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { isCompacting } from "../context/compaction-block";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const modelExistsRules: readonly Rule<MessagesRequest>[] = [
  {
    number: 7,
    precondition: "a model that does not exist, or is retired",
    status: 404,
    evidenced: true,
    violation: ({ model }) =>
      modelById(model) === undefined ? { path: "model", wording: model } : undefined,
  },
];

const samplingParameters = ["temperature", "top_p", "top_k"];

export const modelRules: readonly Rule<RequestFacts>[] = [
  {
    number: 20,
    precondition: "a sampling parameter on API version 2026-10-21",
    status: 400,
    evidenced: false,
    violation: ({ version, request }) => {
      const sent = samplingParameters.find((name) => Object.hasOwn(request, name));
      if (version !== "2026-10-21" || sent === undefined) return undefined;
      return { path: sent, wording: "Extra inputs are not permitted" };
    },
  },
  {
    number: 20,
    precondition: "a sampling parameter on API version 2023-06-01 for a model that has none",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const sent = samplingParameters.find((name) => Object.hasOwn(request, name));
      if (model.sampling || sent === undefined) return undefined;
      return { wording: `\`${sent}\` is deprecated for this model.` };
    },
  },
  {
    number: 24,
    precondition: "a system message for a model that takes none among its messages",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) =>
      model.systemMessages || !request.messages.some((message) => message.role === "system")
        ? undefined
        : {
            path: "messages",
            wording:
              'Unexpected role "system". The Messages API accepts a top-level `system` parameter, not "system" as an input message role.',
          },
  },
  {
    number: 32,
    precondition: "the conversation ends with an assistant message to be continued",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) =>
      model.prefill || isCompacting(request) || !isPrefill(request.messages.at(-1))
        ? undefined
        : {
            wording:
              "This model does not support assistant message prefill. The conversation must end with a user message.",
          },
  },
  {
    number: 31,
    precondition: "a prefill that ends with white space",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const last = isCompacting(request) ? undefined : request.messages.at(-1);
      const block = last?.role === "assistant" ? blocksOf(last).at(-1) : undefined;
      return block !== undefined && isText(block) && block.text !== "" && /\s$/.test(block.text)
        ? { path: "messages", wording: "final assistant content cannot end with trailing whitespace" }
        : undefined;
    },
  },
  {
    number: 50,
    precondition: "tool_choice any or tool on a model that always thinks",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) =>
      model.forcedToolChoice || !forcesTools(request)
        ? undefined
        : { wording: "tool_choice forces tool use is not compatible with this model." },
  },
  {
    number: 79,
    precondition:
      "thinking disabled on a model that thinks between tools instead: the end of the quote is not known",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) =>
      request.thinking?.type === "disabled" && model.thinking.includes("between_tools")
        ? {
            wording:
              'To turn thinking off on this model, send "thinking": {"type": "between_tools"} instead of {"type": "disabled"}.',
          }
        : undefined,
  },
  {
    number: 78,
    precondition: "a kind of thinking the model does not have",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const type = request.thinking?.type;
      if (type === undefined || model.thinking.includes(type)) return undefined;
      if (type === "adaptive") return { wording: "adaptive thinking is not supported on this model" };
      const advice =
        type === "between_tools"
          ? ""
          : ' Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.';
      return { wording: `"thinking.type.${type}" is not supported for this model.${advice}` };
    },
  },
  {
    number: 49,
    precondition: "tool_choice any or tool together with manual thinking",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      request.thinking?.type === "enabled" && forcesTools(request)
        ? { wording: "Thinking may not be enabled when tool_choice forces tool use." }
        : undefined,
  },
  {
    number: 71,
    precondition: "a thinking budget that leaves no room for the reply",
    status: 400,
    evidenced: true,
    violation: ({ request: { thinking, max_tokens: maxTokens } }) =>
      maxTokens !== undefined && thinking?.type === "enabled" && (thinking.budget_tokens ?? 0) >= maxTokens
        ? {
            wording:
              "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size",
          }
        : undefined,
  },
];

export function forcesTools(request: MessagesRequest): boolean {
  return request.tool_choice?.type === "any" || request.tool_choice?.type === "tool";
}

/** A paused turn also ends with an assistant message, as does a summary, but is resumed, not prefilled. */
function isPrefill(last: RequestMessage | undefined): boolean {
  if (last?.role !== "assistant") return false;
  const blocks = blocksOf(last);
  return (
    blocks.at(-1)?.type !== "compaction" &&
    !blocks.some((block) => isServerToolBlock(block) || isServerToolResult(block))
  );
}
