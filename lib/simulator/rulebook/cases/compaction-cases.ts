// Which requests just break, and just keep, the rules about compaction and blocks that need a beta?

import { type Asked, bodyWith } from "../../testing/ask";
import { betas, type RuleCase, schemaTool, user, withMessages } from "./rule-case";

const block = { type: "compaction", content: "What has been said" };
const beta = (fields: Record<string, unknown>): Asked => ({
  headers: betas("compact-2026-09-04"),
  body: bodyWith(fields),
});
const summarize = { compaction: { type: "summarize" } };
const first = { role: "assistant", content: [block] };
const change = (definition: object) => ({
  role: "system",
  content: [{ type: "tool_addition", tool: { type: "tool_definition", definition } }],
});
const granting = (...values: string[]): Asked => ({
  headers: betas(...values),
  body: bodyWith({ tools: [schemaTool({})], messages: [user, change(schemaTool({}, "granted"))] }),
});

export const compactionCases: readonly RuleCase[] = [
  {
    rule: 89,
    when: "compaction without its beta",
    breaks: { body: bodyWith(summarize) },
    keeps: beta(summarize),
    message: /`compaction` parameter requires anthropic-beta: compact-2026-09-04/,
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
    when: "instructions of 16,385 characters",
    breaks: beta({ compaction: { type: "summarize", instructions: "x".repeat(16_385) } }),
    keeps: beta({ compaction: { type: "summarize", instructions: "x".repeat(16_384) } }),
    message: /^compaction\.instructions: /,
  },
  {
    rule: 88,
    when: "two compaction blocks",
    breaks: beta({ messages: [first, user, first, user] }),
    keeps: beta({ messages: [first, user] }),
    message: /^messages\.2\.content\.0: /,
    errorCode: "compaction_block_ambiguous",
  },
  {
    rule: 88,
    when: "a compaction block in the middle",
    breaks: beta({ messages: [user, first, user] }),
    keeps: beta({ messages: [first, user] }),
    message: /^messages\.1\.content\.0: /,
    errorCode: "compaction_block_misplaced",
  },
  {
    rule: 88,
    when: "compaction of nothing but a compaction block",
    breaks: beta({ ...summarize, messages: [first] }),
    keeps: beta({ ...summarize, messages: [first, user] }),
    message: /^compaction: /,
    errorCode: "compaction_nothing_to_summarize",
  },
  {
    rule: 19,
    when: "a compaction block without the beta",
    breaks: withMessages(first, user),
    keeps: beta({ messages: [first, user] }),
    message:
      /^messages\.0\.content\.0: Input tag 'compaction' found using 'type' does not match any of .*'text'/,
  },
  {
    rule: 19,
    when: "a tool granted without the beta",
    breaks: granting("compact-2026-09-04"),
    keeps: granting("inline-tools-2026-09-15"),
    message: /^messages\.1\.content\.0: Input tag 'tool_addition'/,
  },
  {
    rule: 19,
    when: "an advisor without the beta",
    breaks: { body: bodyWith({ tools: [{ type: "advisor_20260301", name: "advisor" }] }) },
    keeps: {
      headers: betas("advisor-tool-2026-03-01"),
      body: bodyWith({ tools: [{ type: "advisor_20260301", name: "advisor" }] }),
    },
    message: /^tools\.0: Input tag 'advisor_20260301' found using 'type' does not match any of .*'custom'/,
  },
];
