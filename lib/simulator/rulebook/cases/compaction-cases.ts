// Which requests just break, and just keep, the rules about compaction and the summaries it leaves?

import { summarySignature } from "../../context/summary-signature";
import type { Asked } from "../../testing/ask";
import {
  call,
  type RuleCase,
  result,
  schemaTool,
  tools,
  user,
  withBetas,
  withBody,
  withMessages,
} from "./rule-case";

const content = "What has been said";
const signature = summarySignature(content, undefined, Buffer.alloc(8));
const block = { type: "compaction", content, signature };
const unsigned = { type: "compaction", content };
const by = (...blocks: object[]) => ({ role: "assistant", content: blocks });
const beta = (fields: Record<string, unknown>): Asked => withBetas(["compact-2026-09-04"], fields);
const replayed = (...messages: object[]) => beta({ messages });
const compacting = { type: "summarize" };
const summarize = { compaction: compacting };
const both = ["compact-2026-09-04", "compact-2026-01-12"];
const threshold = { context_management: { edits: [{ type: "compact_20260112" }] } };
const at = (value: number) => ({
  context_management: { edits: [{ type: "compact_20260112", trigger: { type: "input_tokens", value } }] },
});
const edits = (...types: string[]) =>
  withBetas(["context-management-2025-06-27"], {
    context_management: { edits: types.map((type) => ({ type })) },
  });
const budget = (fields: object) => ({
  output_config: { task_budget: { type: "tokens", total: 20_000, ...fields } },
});
const budgeted = (fields: object, more: Record<string, unknown>) =>
  withBetas(["compact-2026-09-04", "task-budgets-2026-03-13"], { ...budget(fields), ...more });
const granted = (count: number) => {
  const names = Array.from({ length: count }, (_, index) => `tool_${index}`);
  const additions = names.map((name) => ({ type: "tool_addition", tool: { type: "tool_reference", name } }));
  return withBetas(["compact-2026-09-04", "inline-tools-2026-09-15"], {
    ...summarize,
    tools: [schemaTool({}), ...names.map((name) => ({ ...schemaTool({}, name), defer_loading: true }))],
    messages: [user, { role: "system", content: additions }],
  });
};
const tampered = (when: string, errorCode: string, fields: object, message: string): RuleCase => ({
  rule: 88,
  when,
  breaks: replayed(by({ ...block, ...fields }), user),
  keeps: replayed(by(block), user),
  message: `messages.0.content.0: ${message}`,
  errorCode,
});

export const compactionCases: readonly RuleCase[] = [
  {
    rule: 89,
    when: "compaction without its beta",
    breaks: withBody(summarize),
    keeps: beta(summarize),
    message: "the `compaction` parameter requires anthropic-beta: compact-2026-09-04",
  },
  {
    rule: 89,
    when: "a signed summary with the beta of the other kind only",
    breaks: withBetas(["compact-2026-01-12"], { messages: [by(block), user] }),
    keeps: withBetas(both, { messages: [by(block), user] }),
    message: "messages.0.content.0: `signature` requires anthropic-beta: compact-2026-09-04",
  },
  {
    rule: null,
    when: "compaction on a model that has none",
    breaks: beta({ ...summarize, model: "claude-haiku-4-5" }),
    keeps: beta({ ...summarize, model: "claude-sonnet-4-6" }),
    message: "compaction: compaction is not supported on this model",
  },
  {
    rule: 90,
    when: "compaction with stop sequences",
    breaks: beta({ ...summarize, stop_sequences: ["END"] }),
    keeps: beta({ ...summarize, stop_sequences: [] }),
    message: "compaction: cannot be combined with `stop_sequences`",
  },
  {
    rule: 90,
    when: "compaction with a format",
    breaks: beta({ ...summarize, output_config: { format: { type: "json_schema", schema: {} } } }),
    keeps: beta({ ...summarize, output_config: { effort: "low" } }),
    message: "compaction: cannot be combined with `output_config.format`",
  },
  {
    rule: 90,
    when: "compaction with a forced choice",
    breaks: beta({ ...summarize, tools, tool_choice: { type: "any" } }),
    keeps: beta({ ...summarize, tools, tool_choice: { type: "auto" } }),
    message: "compaction: cannot be combined with `tool_choice`",
  },
  {
    rule: 90,
    when: "compaction with edits of the context",
    breaks: withBetas(both, { ...summarize, ...threshold }),
    keeps: withBetas(both, summarize),
    message: "compaction: cannot be combined with `context_management`",
  },
  {
    rule: 90,
    when: "compaction with the rest of a budget",
    breaks: budgeted({ remaining: 10_000 }, summarize),
    keeps: budgeted({}, summarize),
    message: "compaction: cannot be combined with `output_config.task_budget.remaining`",
  },
  {
    rule: 90,
    when: "a signed summary with the rest of a budget",
    breaks: budgeted({ remaining: 10_000 }, { messages: [by(block), user] }),
    keeps: budgeted({}, { messages: [by(block), user] }),
    message: /^output_config\.task_budget\.remaining: cannot be combined/,
  },
  {
    rule: 90,
    when: "instructions of 16,385 characters",
    breaks: beta({ compaction: { ...compacting, instructions: "x".repeat(16_385) } }),
    keeps: beta({ compaction: { ...compacting, instructions: "x".repeat(16_384) } }),
    message: /^compaction\.instructions: /,
  },
  {
    rule: 88,
    when: "two summaries",
    breaks: replayed(by(block), user, by(block), user),
    keeps: replayed(by(block), user),
    message: /^messages\.2\.content\.0: /,
    errorCode: "compaction_block_ambiguous",
  },
  {
    rule: 88,
    when: "a summary behind what it summarizes",
    breaks: replayed(user, by(block), user),
    keeps: replayed({ role: "user", content: [block, { type: "text", text: "And now?" }] }),
    message: /^messages\.1\.content\.0: /,
    errorCode: "compaction_block_misplaced",
  },
  tampered(
    "a summary with another text",
    "compaction_content_mismatch",
    { content: `${content}, and more` },
    "`compaction` block `content` does not match its `signature`",
  ),
  tampered(
    "a summary with a made-up signature",
    "compaction_signature_invalid",
    { signature: "EuYBCkQY" },
    "Invalid `signature` in `compaction` block",
  ),
  tampered(
    "a summary with other tool changes",
    "compaction_tool_changes_mismatch",
    { tool_changes: [] },
    "`compaction` block `tool_changes` does not match its `signature`",
  ),
  {
    rule: null,
    when: "a summary that was asked for without its signature",
    breaks: replayed(by(unsigned), user),
    keeps: replayed(by({ ...unsigned, content: null }), user),
    message:
      "messages.0.content.0: a `compaction` block with `content` requires its `signature`: send the block exactly as it was returned",
  },
  {
    rule: 88,
    when: "compaction of nothing",
    breaks: beta({ ...summarize, messages: [] }),
    keeps: beta({ ...summarize, messages: [by(block)] }),
    message: /^compaction: /,
    errorCode: "compaction_nothing_to_summarize",
  },
  {
    rule: 88,
    when: "compaction ahead of the results",
    breaks: beta({ ...summarize, tools, messages: [user, by(call("toolu_1"))] }),
    keeps: beta({
      ...summarize,
      tools,
      messages: [user, by(call("toolu_1")), { role: "user", content: [result("toolu_1")] }],
    }),
    message: /^messages\.1: /,
    errorCode: "compaction_incomplete_turn",
  },
  {
    rule: 88,
    when: "compaction of too many tool changes",
    breaks: granted(1_001),
    keeps: granted(1_000),
    message: /^compaction: the conversation references 1001 tools/,
    errorCode: "compaction_too_many_tool_references",
  },
  {
    rule: null,
    when: "a summary made at a threshold without the edit",
    breaks: withBetas(["compact-2026-01-12"], { messages: [user, by(unsigned), user] }),
    keeps: withBetas(["compact-2026-01-12"], { messages: [user, by(unsigned), user], ...threshold }),
    message:
      "messages.1.content.0: `compaction` blocks require a `compact_20260112` strategy in `context_management.edits`.",
  },
  {
    rule: null,
    when: "a signed summary with the edit",
    breaks: withBetas(both, { messages: [by(block), user], ...threshold }),
    keeps: withBetas(both, { messages: [by(unsigned), user], ...threshold }),
    message: /^messages\.0\.content\.0: a signed `compaction` block cannot be combined/,
  },
  {
    rule: null,
    when: "a threshold of 49,999 tokens",
    breaks: withBetas(both, at(49_999)),
    keeps: withBetas(both, at(50_000)),
    message: "context_management.edits.0.compact_20260112: trigger.value must be at least 50000",
  },
  {
    rule: null,
    when: "clearing of thinking as the second edit",
    breaks: edits("clear_tool_uses_20250919", "clear_thinking_20251015"),
    keeps: edits("clear_thinking_20251015", "clear_tool_uses_20250919"),
    message:
      "context_management: `clear_thinking_20251015` must be the first strategy in `context_management.edits` when provided",
  },
  {
    rule: 18,
    when: "a summary with a field that it did not have",
    breaks: replayed(by({ ...block, citations: null }), user),
    keeps: replayed(by(block), user),
    message: "messages.0.content.0.compaction.citations: Extra inputs are not permitted",
  },
  {
    rule: 19,
    when: "a compaction block without the beta",
    breaks: withMessages(by(block), user),
    keeps: replayed(by(block), user),
    message:
      /^messages\.0\.content\.0: Input tag 'compaction' found using 'type' does not match any of .*'text'/,
  },
  {
    rule: 19,
    when: "a tool granted without the beta",
    breaks: grantingBy("compact-2026-09-04"),
    keeps: grantingBy("inline-tools-2026-09-15"),
    message: /^messages\.1\.content\.0: Input tag 'tool_addition'/,
  },
  {
    rule: 19,
    when: "an advisor without the beta",
    breaks: withBody({ tools: [{ type: "advisor_20260301", name: "advisor" }] }),
    keeps: withBetas(["advisor-tool-2026-03-01"], { tools: [{ type: "advisor_20260301", name: "advisor" }] }),
    message: /^tools\.0: Input tag 'advisor_20260301' found using 'type' does not match any of .*'custom'/,
  },
];

function grantingBy(value: string): Asked {
  const tool = { type: "tool_definition", definition: schemaTool({}, "granted") };
  const change = { role: "system", content: [{ type: "tool_addition", tool }] };
  return withBetas([value], { tools: [schemaTool({})], messages: [user, change] });
}
