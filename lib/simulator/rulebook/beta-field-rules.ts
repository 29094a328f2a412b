// Which fields does the API not know without their beta?

import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import type { BetaQuestion } from "./beta-block-rules";
import type { Rule, Violation } from "./rule";

type BetaField = {
  readonly field: string;
  /** Any one of these opens the field. */
  readonly betas: readonly string[];
  /** Where the request uses it, or undefined. */
  readonly used: (request: MessagesRequest) => string | undefined;
  /** Left out, the field is an extra input. */
  readonly wording?: string;
  readonly evidenced?: false;
};

const extra = "Extra inputs are not permitted";
export const contextBeta = "context-management-2025-06-27";
export const thresholdCompactionBeta = "compact-2026-01-12";
/** The version in which `speed` became part of the API: models from before it ask for the beta still. */
const speedIsOpenSince = "2026-10-21";

const fields: readonly BetaField[] = [
  topLevel("context_management", contextBeta, thresholdCompactionBeta),
  topLevel("mcp_servers", "mcp-client-2025-04-04", "mcp-client-2025-11-20", "mcp-client-2026-09-15"),
  topLevel("fallbacks", "server-side-fallback-2026-06-01", "server-side-fallback-2026-07-01"),
  topLevel("output_format", "structured-outputs-2025-11-13", "structured-outputs-2025-12-15"),
  topLevel("billing_policy", "user-profiles-billing-2026-10-01"),
  {
    field: "fallback_credit_token as an object",
    betas: ["fallback-credit-2026-06-01", "fallback-credit-2026-07-01"],
    used: ({ fallback_credit_token: token }) => (isJsonObject(token) ? "fallback_credit_token" : undefined),
    wording: "Input should be a valid string",
    evidenced: false,
  },
  {
    field: "output_config.task_budget",
    betas: ["task-budgets-2026-03-13"],
    used: ({ output_config: config }) => placeIn(config, "task_budget", "output_config"),
  },
  {
    field: "speed, on a model from before it was open",
    betas: ["fast-mode-2026-02-01"],
    used: ({ model, speed }) =>
      (speed ?? null) !== null && (modelById(model)?.releasedAt ?? speedIsOpenSince) < speedIsOpenSince
        ? "speed"
        : undefined,
    evidenced: false,
  },
  {
    field: "thinking.display updates",
    betas: ["thinking-display-updates-2026-08-18"],
    used: ({ thinking }) =>
      thinking?.display === "updates" ? `thinking.${thinking.type}.display` : undefined,
    wording: "Input should be 'summarized' or 'omitted'",
    evidenced: false,
  },
  ofMessages("clear_at", "mid-conversation-system-clear-at-2026-08-21"),
  ofMessages("output_config", "mid-conversation-output-config-2026-07-01"),
];

/** The wording is that of any unknown field; which beta opens which is documented. */
export const betaFieldRules: readonly Rule<BetaQuestion>[] = [
  ...fields.map(
    ({ field, betas: opening, used, wording = extra, evidenced = true }): Rule<BetaQuestion> => ({
      number: 18,
      precondition: `${field} without its beta`,
      status: 400,
      evidenced,
      violation: ({ betas, request }): Violation | undefined => {
        const path = opening.some((beta) => betas.includes(beta)) ? undefined : used(request);
        return path === undefined ? undefined : { path, wording };
      },
    }),
  ),
];

function topLevel(field: string, ...betas: readonly string[]): BetaField {
  return { field, betas, used: (request) => placeIn(request, field) };
}

function ofMessages(field: string, beta: string): BetaField {
  return {
    field: `${field} of a message`,
    betas: [beta],
    used: ({ messages }) => {
      const index = messages.findIndex((message) => placeIn(message, field) !== undefined);
      return index === -1 ? undefined : `messages.${index}.${field}`;
    },
  };
}

function placeIn(object: JsonObject | undefined, field: string, within?: string): string | undefined {
  if ((object?.[field] ?? null) === null) return undefined;
  return within === undefined ? field : `${within}.${field}`;
}
