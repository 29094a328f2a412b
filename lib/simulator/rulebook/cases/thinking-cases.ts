// Which requests just break, and just keep, the rules about thinking that is sent back?

import type { MessagesRequest } from "../../api/messages-request";
import { type Asked, bodyWith } from "../../testing/ask";
import { signThinking } from "../../thinking/sign-thinking";
import { betas, call, type RuleCase, result, tools, user } from "./rule-case";

const prompt: MessagesRequest["messages"][number] = { role: "user", content: "Hello" };

/** A thinking block as the simulator signs it behind one message and the usual tools. */
function thought(model: string, system?: string) {
  const request = { model, tools, messages: [prompt], ...(system !== undefined && { system }) };
  return (
    signThinking([{ type: "thinking", thinking: "Let me see.", signature: "" }], request)[0] ?? {
      type: "none",
    }
  );
}

type Setting = Record<string, unknown>;
const manual: Setting = { model: "claude-sonnet-4-6", thinking: { type: "enabled", budget_tokens: 1024 } };
const looped = (fields: Setting, ...blocks: unknown[]) =>
  bodyWith({
    tools,
    messages: [
      prompt,
      { role: "assistant", content: [...blocks, call("toolu_1")] },
      { role: "user", content: [result("toolu_1")] },
    ],
    ...fields,
  });
const asked = (body: Setting): Asked => ({ body });
const binding = "thinking-binding-controls-2026-08-01";
const dropping = { type: "adaptive", block_binding: { prefix_mismatch_behavior: "drop_block" } };
const onOpus = (fields: Setting, system?: string) =>
  looped({ model: "claude-opus-5-5", ...fields }, thought("claude-opus-5-5", system));
const edited = { ...thought("claude-opus-5"), thinking: "Let me not see." };
const olderTurn = (block: unknown) =>
  asked(
    bodyWith({
      tools,
      messages: [prompt, { role: "assistant", content: [block, { type: "text", text: "Hi" }] }, user],
    }),
  );
const paused = (fields: Setting) =>
  asked(
    bodyWith({
      model: "claude-haiku-4-5",
      tools,
      messages: [
        prompt,
        { role: "assistant", content: [thought("claude-haiku-4-5"), { type: "text", text: "I" }] },
      ],
      ...fields,
    }),
  );

export const thinkingCases: readonly RuleCase[] = [
  {
    rule: 73,
    when: "manual thinking and a turn without",
    breaks: asked(looped(manual)),
    keeps: asked(looped(manual, thought("claude-sonnet-4-6"))),
    message:
      /^messages\.1\.content\.0\.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`\. When `thinking` is enabled, a final `assistant` message must start with a thinking block \(preceeding/,
  },
  {
    rule: 74,
    when: "thinking off and a thought to be continued",
    breaks: paused({}),
    keeps: paused({ thinking: { type: "enabled", budget_tokens: 1024 } }),
    message:
      "messages.1.content.0: When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request.",
  },
  {
    rule: 75,
    when: "edited thinking in the latest turn",
    breaks: asked(looped({}, edited)),
    keeps: asked(looped({}, thought("claude-opus-5"))),
    message:
      "messages.1.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.",
  },
  {
    rule: 76,
    when: "a made-up signature",
    breaks: olderTurn({ type: "thinking", thinking: "Let me see.", signature: "EqoBCkgIBxABGAIiQ" }),
    keeps: olderTurn(thought("claude-opus-5")),
    message: "messages.1.content.0: Invalid `signature` in `thinking` block",
  },
  {
    rule: 76,
    when: "an empty signature",
    breaks: olderTurn({ type: "thinking", thinking: "Let me see.", signature: "" }),
    keeps: olderTurn(thought("claude-haiku-4-5")),
    message: "messages.1.content.0: Invalid `signature` in `thinking` block",
  },
  {
    rule: 77,
    when: "thinking behind another system prompt",
    breaks: asked(onOpus({ system: "Be long" }, "Be brief")),
    keeps: asked(onOpus({ system: "Be brief" }, "Be brief")),
    message:
      'messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block". That setting requires the `thinking-binding-controls-2026-08-01` value in the `anthropic-beta` header. Changed since: `system`.',
  },
  {
    rule: 77,
    when: "thinking behind other tools",
    breaks: { headers: betas(binding), body: onOpus({ tools: tools.slice(0, 2) }) },
    keeps: { headers: betas(binding), body: onOpus({ tools: tools.slice(0, 2), thinking: dropping }) },
    message: /"drop_block"\. Changed since: `tools`\.$/,
  },
  {
    rule: 77,
    when: "thinking behind another prompt, on a model that binds it",
    breaks: asked(onOpus({ messages: [user, ...onOpusMessages()] })),
    keeps: asked(looped({ system: "Another" }, thought("claude-opus-5"))),
    message: /Changed since: `messages`\.$/,
  },
  {
    rule: 18,
    when: "block_binding without its beta",
    breaks: asked(bodyWith({ thinking: dropping })),
    keeps: { headers: betas(binding), body: bodyWith({ thinking: dropping }) },
    message: "thinking.adaptive.block_binding: Extra inputs are not permitted",
  },
];

function onOpusMessages(): readonly unknown[] {
  const { messages } = onOpus({});
  return Array.isArray(messages) ? messages : [];
}
