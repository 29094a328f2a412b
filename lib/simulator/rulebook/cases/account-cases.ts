// Which requests does the state of an account, or a path that is not there, refuse, and which just not?

import { bodyWith } from "../../testing/ask";
import { type RuleCase, withBetas, withBody, withKey, withThread } from "./rule-case";

const threshold =
  "You have reached your API usage limits: your organization has crossed its monthly API usage threshold. You will regain access on 2026-12-01 at 00:00 UTC.";
const rateLimit =
  /^This request would exceed your organization's rate limit of 30,000 input tokens per minute \(org: [0-9a-f-]{36}, model: claude-opus-5\)\. For details, refer to: https:\/\/docs\.claude\.com\/en\/api\/rate-limits\.$/;

/** A key of that name, and one that only begins like it. */
function account(rule: number, name: string, status: number, message: string | RegExp): RuleCase {
  const breaks = withKey(`sk-${name}`);
  return { rule, when: `the account: ${name}`, breaks, keeps: withKey(`sk-${name}s`), status, message };
}

function coded(errorCode: string, status: number, message: string | RegExp): RuleCase {
  return { ...account(92, errorCode.replaceAll("_", "-"), status, message), errorCode };
}

const unthreadable = (setting: string): RuleCase => ({
  ...account(91, setting, 400, /^thread: not supported for organizations with/),
  when: `a thread in an organization with ${setting}`,
  breaks: withKey(`sk-${setting}-1`, withThread({ type: "create" })),
  keeps: withKey(`sk-${setting}-1`),
  errorCode: "thread_unsupported_request",
});
const summarize = { body: bodyWith({ compaction: { type: "summarize" } }) };
const billed = (policy: object, ...headers: [string, string][]) => {
  const asked = withBetas(["user-profiles-billing-2026-10-01"], {
    billing_policy: { type: "billing_policy", ...policy },
  });
  return { ...asked, headers: [...(asked.headers ?? []), ...headers] };
};
const models = (id: string) => ({ method: "GET", path: `/v1/models${id}` });

export const accountCases: readonly RuleCase[] = [
  account(
    5,
    "no-credit",
    400,
    "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.",
  ),
  account(6, "no-permission", 403, /permission/),
  account(12, "rate-limited", 429, rateLimit),
  account(13, "spend-cap", 429, threshold),
  account(14, "internal-error", 500, "Internal server error"),
  account(15, "overloaded", 529, "Overloaded"),
  {
    ...account(88, "compaction-unavailable", 529, /^compaction: /),
    breaks: withKey("sk-compaction-unavailable", summarize),
    keeps: withKey("sk-compaction-unavailable", withBody({})),
    errorCode: "compaction_unavailable",
  },
  unthreadable("hipaa"),
  unthreadable("inference-hooks"),
  coded("organization_on_hold", 400, /disabled/),
  coded("linked_organization_billing_unavailable", 402, /linked/),
  coded("linked_organization_spend_limit_reached", 402, /linked/),
  coded("contract_spend_limit_reached", 429, /contract/),
  coded("enforced_spend_limit_reached", 429, threshold),
  coded("ramp_limit_exceeded", 429, /how fast/),
  coded("request_body_too_large_after_decoding", 413, /decoded/),
  {
    rule: 92,
    when: "a user profile to be billed that is not named",
    breaks: billed({ bill_to: "user_profile" }),
    keeps: billed({ bill_to: "user_profile" }, ["anthropic-user-profile-id", "uprof_1"]),
    message: /^billing_policy: /,
    errorCode: "user_profile_required",
  },
  {
    rule: 8,
    when: "a path that is not there",
    breaks: { method: "GET", path: "/v1/messages" },
    keeps: models(""),
    status: 404,
    message: "Not Found",
  },
  {
    rule: 7,
    when: "a model by its path that does not exist",
    breaks: models("/claude-3-opus"),
    keeps: models("/claude-opus-4-5-20251101"),
    status: 404,
    message: "model: claude-3-opus",
  },
];
