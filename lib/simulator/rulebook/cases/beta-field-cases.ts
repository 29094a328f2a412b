// Which requests use a field without the beta that opens it, and which with it?

import { type RuleCase, schemaTool, user, withBetas } from "./rule-case";

const extra = "Extra inputs are not permitted";

/** The same fields, without and with one of the betas that open them. */
function opened(path: string, beta: string, fields: Record<string, unknown>, wording = extra): RuleCase {
  return {
    rule: 18,
    when: `${path} without ${beta}`,
    breaks: withBetas(["a-beta-2026-01-01"], fields),
    keeps: withBetas(["a-beta-2026-01-01", beta], fields),
    message: `${path}: ${wording}`,
  };
}

const system = { role: "system", content: "Be brief" };
const clearing = { edits: [{ type: "clear_tool_uses_20250919" }] };
const compacting = { edits: [{ type: "compact_20260112" }] };
const server = { type: "url", name: "a", url: "https://example.com/mcp" };
const toolset = { type: "mcp_toolset", mcp_server_name: "a" };
const withFallback = (model: string, fields: object = {}) =>
  withBetas(["server-side-fallback-2026-07-01"], {
    fallbacks: [{ model: "claude-opus-4-8" }, { model }],
    ...fields,
  });
const wrongEdit = (type: string) =>
  new RegExp(`^context_management\\.edits\\.0: Input tag '${type}' found using 'type' does not match any`);

export const betaFieldCases: readonly RuleCase[] = [
  opened("context_management", "context-management-2025-06-27", { context_management: clearing }),
  opened("context_management", "compact-2026-01-12", { context_management: compacting }),
  opened("fallbacks", "server-side-fallback-2026-07-01", { fallbacks: [{ model: "claude-opus-4-8" }] }),
  opened("fallbacks", "server-side-fallback-2026-07-01", { fallbacks: "default" }),
  {
    rule: null,
    when: "a fallback model that does not exist",
    breaks: withFallback("claude-3-5-sonnet-20241022"),
    keeps: withFallback("claude-haiku-4-5-20251001"),
    message: "fallbacks.1.model: model 'claude-3-5-sonnet-20241022' was not found",
  },
  {
    rule: null,
    when: "fallbacks with a credit",
    breaks: withFallback("claude-opus-4-8", { fallback_credit_token: "a" }),
    keeps: withFallback("claude-opus-4-8", { fallback_credit_token: null }),
    message: "fallback_credit_token: cannot be combined with `fallbacks`",
  },
  opened("output_format", "structured-outputs-2025-12-15", {
    output_format: { type: "json_schema", schema: { type: "object" } },
  }),
  opened("billing_policy", "user-profiles-billing-2026-10-01", {
    billing_policy: { type: "billing_policy", bill_to: "self" },
  }),
  opened(
    "fallback_credit_token",
    "fallback-credit-2026-07-01",
    { fallback_credit_token: { token: "a" } },
    "Input should be a valid string",
  ),
  opened("output_config.task_budget", "task-budgets-2026-03-13", {
    output_config: { task_budget: { type: "tokens", total: 20_000 } },
  }),
  opened("speed", "fast-mode-2026-02-01", { speed: "fast" }),
  opened(
    "thinking.adaptive.display",
    "thinking-display-updates-2026-08-18",
    { thinking: { type: "adaptive", display: "updates" } },
    "Input should be 'summarized' or 'omitted'",
  ),
  opened("messages.1.clear_at", "mid-conversation-system-clear-at-2026-08-21", {
    messages: [user, { ...system, clear_at: "next_user_message" }],
  }),
  opened("messages.1.output_config", "mid-conversation-output-config-2026-07-01", {
    messages: [user, { ...system, output_config: { effort: "high" } }],
  }),
  {
    rule: 18,
    when: "MCP servers without any of their betas",
    breaks: withBetas([], { mcp_servers: [server], tools: [schemaTool({})] }),
    keeps: withBetas(["mcp-client-2026-09-15"], { mcp_servers: [server], tools: [toolset] }),
    message: `mcp_servers: ${extra}`,
  },
  {
    rule: 19,
    when: "an MCP toolset with the beta from before there were any",
    breaks: withBetas(["mcp-client-2025-04-04"], { mcp_servers: [server], tools: [toolset] }),
    keeps: withBetas(["mcp-client-2025-11-20"], { mcp_servers: [server], tools: [toolset] }),
    message: /^tools\.0: Input tag 'mcp_toolset' found using 'type' does not match any of .*'custom'/,
  },
  {
    rule: 19,
    when: "a compacting edit with the beta for the other edits only",
    breaks: withBetas(["context-management-2025-06-27"], { context_management: compacting }),
    keeps: withBetas(["context-management-2025-06-27"], { context_management: clearing }),
    message: wrongEdit("compact_20260112"),
  },
  {
    rule: 19,
    when: "a tool added by definition with the beta for references only",
    breaks: granting("mid-conversation-tool-changes-2026-07-01", { ...schemaTool({}, "granted") }),
    keeps: granting("inline-tools-2026-09-15", { ...schemaTool({}, "granted") }),
    message: /^messages\.1\.content\.0\.tool_addition\.tool: Input tag 'tool_definition' found using 'type'/,
  },
  {
    rule: 19,
    when: "an MCP toolset added without the beta for that",
    breaks: granting("inline-tools-2026-09-15,mcp-client-2025-11-20", toolset),
    keeps: granting("inline-tools-2026-09-15,mcp-client-2026-09-15", toolset),
    message: /^messages\.1\.content\.0\.tool_addition\.tool\.tool_definition\.definition: Input tag 'mcp_/,
  },
];

function granting(beta: string, definition: object) {
  const added = { type: "tool_addition", tool: { type: "tool_definition", definition } };
  const isServed = definition === toolset;
  return withBetas([beta], {
    ...(isServed && { mcp_servers: [server] }),
    tools: [schemaTool({})],
    messages: [user, { role: "system", content: [added] }],
  });
}
