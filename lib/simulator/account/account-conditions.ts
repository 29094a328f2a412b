// In which condition can an account be, and in which words does the API refuse it then?

import { organizationId } from "../api/response-headers";

export type AccountCondition = {
  /** A key that begins with `sk-<name>` has this condition, and `/~fault-<name>` orders it. */
  readonly name: string;
  /** Row of the validation table in the project's API reference. */
  readonly number: number;
  readonly precondition: string;
  readonly status: number;
  readonly errorCode?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Seconds, sent as `retry-after`. */
  readonly retryAfter?: number;
  /** Whether the wording was quoted; false where it is a likely one. */
  readonly evidenced: boolean;
  /** Which requests it strikes; left out, all. */
  readonly strikes?: "thread" | "compaction";
  readonly wording: (model: string) => string;
};

const rateLimitDocs = "https://docs.claude.com/en/api/rate-limits";
const usageThreshold =
  "You have reached your API usage limits: your organization has crossed its monthly API usage threshold. You will regain access on 2026-12-01 at 00:00 UTC.";

/** What no request can show by itself. Codes: the SDK's error classes; wordings: the reference, where they are quoted. */
export const accountConditions: readonly AccountCondition[] = [
  {
    name: "no-credit",
    number: 5,
    precondition: "no credit left",
    status: 400,
    evidenced: true,
    wording: () =>
      "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.",
  },
  {
    name: "no-permission",
    number: 6,
    precondition: "the key lacks a permission",
    status: 403,
    evidenced: false,
    wording: () => "Your API key does not have permission to use the specified resource.",
  },
  {
    name: "rate-limited",
    number: 12,
    precondition: "the rate limit is reached: the end of the quote is not known",
    status: 429,
    retryAfter: 2,
    evidenced: true,
    wording: (model) =>
      `This request would exceed your organization's rate limit of 30,000 input tokens per minute (org: ${organizationId}, model: ${model}). For details, refer to: ${rateLimitDocs}.`,
  },
  {
    name: "spend-cap",
    number: 13,
    precondition: "the month's spending is used up: the middle of the quote is not known",
    status: 429,
    evidenced: true,
    wording: () => usageThreshold,
  },
  {
    name: "internal-error",
    number: 14,
    precondition: "the server fails",
    status: 500,
    evidenced: true,
    wording: () => "Internal server error",
  },
  {
    name: "overloaded",
    number: 15,
    precondition: "the server is overloaded",
    status: 529,
    evidenced: true,
    wording: () => "Overloaded",
  },
  {
    name: "compaction-unavailable",
    number: 88,
    precondition: "a compaction that the server cannot make just now",
    status: 529,
    errorCode: "compaction_unavailable",
    evidenced: false,
    strikes: "compaction",
    wording: () => "compaction: The compaction could not be completed. Retry the request",
  },
  ...["hipaa", "inference_hooks"].map(
    (setting): AccountCondition => ({
      name: setting.replace("_", "-"),
      number: 91,
      precondition: `a thread in an organization with the setting ${setting}`,
      status: 400,
      errorCode: "thread_unsupported_request",
      details: { unsupported: [setting] },
      evidenced: false,
      strikes: "thread",
      wording: () => `thread: not supported for organizations with \`${setting}\``,
    }),
  ),
  coded("organization_on_hold", 400, "This organization has been disabled."),
  coded(
    "linked_organization_billing_unavailable",
    402,
    "The organization linked to this user profile cannot be billed at the moment.",
  ),
  coded(
    "linked_organization_spend_limit_reached",
    402,
    "The organization linked to this user profile has reached its spend limit or has no credit left.",
  ),
  coded(
    "contract_spend_limit_reached",
    429,
    "Your organization has reached the spend limit of its contract.",
  ),
  coded("enforced_spend_limit_reached", 429, usageThreshold),
  coded(
    "ramp_limit_exceeded",
    429,
    "This request would exceed the limit on how fast your usage may grow.",
    2,
  ),
  coded(
    "request_body_too_large_after_decoding",
    413,
    "The request body exceeds the maximum size once it is decoded",
  ),
];

/** The condition of that name, or undefined. */
export function accountCondition(name: string | undefined): AccountCondition | undefined {
  return accountConditions.find((condition) => condition.name === name);
}

/** The condition that a made-up key stands for: `sk-no-credit`, `sk-no-credit-1`. */
export function conditionOfKey(key: string | undefined): AccountCondition | undefined {
  return accountConditions.find(({ name }) => key === `sk-${name}` || key?.startsWith(`sk-${name}-`));
}

function coded(errorCode: string, status: number, wording: string, retryAfter?: number): AccountCondition {
  return {
    name: errorCode.replaceAll("_", "-"),
    number: 92,
    precondition: `the error code ${errorCode}`,
    status,
    errorCode,
    evidenced: false,
    wording: () => wording,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
