// What is left of the messages when old tool results are cleared?

import { type ContentBlock, isToolResult, isToolUse, type ToolUseBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { promptTokens } from "../api/token-estimate";
import { type ContextEdit, settingOf } from "./context-edit";
import type { EditOutcome } from "./edit-outcome";

/** The wording of what stands in place of a result is not known. */
const placeholder = "[Old tool result content cleared to manage the context]";

/** Defaults of the documentation. */
const defaultTrigger = 100_000;
const defaultKept = 3;

/** Clears the oldest results once the prompt is over the trigger, and inputs too where asked; the calls themselves stay. */
export function clearToolUses(request: MessagesRequest, edit: ContextEdit): EditOutcome {
  const blocks = request.messages.flatMap(blocksOf);
  const calls = blocks.filter(isToolUse);
  if (!isTriggered(request, edit, calls.length)) return { request };
  const excluded = namesIn(edit.exclude_tools);
  const answered = new Set(blocks.filter(isToolResult).map(({ tool_use_id: id }) => id));
  const kept = settingOf(edit.keep, "tool_uses") ?? defaultKept;
  const clearable = calls.filter(({ id, name }) => answered.has(id) && !excluded.includes(name));
  const cleared = new Map(
    clearable.slice(0, Math.max(0, clearable.length - kept)).map((call) => [call.id, call]),
  );
  if (cleared.size === 0) return { request };
  const messages = request.messages.map((message) =>
    typeof message.content === "string"
      ? message
      : { ...message, content: message.content.map((block) => clearedBlock(block, cleared, edit)) },
  );
  const after = { ...request, messages };
  const tokens = promptTokens(request) - promptTokens(after);
  if (tokens < (settingOf(edit.clear_at_least, "input_tokens") ?? 0)) return { request };
  return {
    request: after,
    applied: {
      type: "clear_tool_uses_20250919",
      cleared_tool_uses: cleared.size,
      cleared_input_tokens: Math.max(0, tokens),
    },
  };
}

function isTriggered(request: MessagesRequest, { trigger }: ContextEdit, uses: number): boolean {
  const most = settingOf(trigger, "tool_uses");
  if (most !== undefined) return uses > most;
  return promptTokens(request) > (settingOf(trigger, "input_tokens") ?? defaultTrigger);
}

function clearedBlock(
  block: ContentBlock,
  cleared: ReadonlyMap<string, ToolUseBlock>,
  { clear_tool_inputs: inputs }: ContextEdit,
): ContentBlock {
  if (isToolResult(block)) return cleared.has(block.tool_use_id) ? { ...block, content: placeholder } : block;
  if (!isToolUse(block) || !cleared.has(block.id)) return block;
  return inputs === true || namesIn(inputs).includes(block.name) ? { ...block, input: {} } : block;
}

function namesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
