// What is left of the messages when thinking of earlier turns is cleared?

import type { CatalogueModel } from "../api/catalogue-model";
import type { ContentBlock } from "../api/content-block";
import { isToolResult } from "../api/content-block";
import { blocksOf, type MessagesRequest, type RequestMessage } from "../api/messages-request";
import { promptTokens } from "../api/token-estimate";
import { isJsonObject } from "../json/canonical-json";
import { type ContextEdit, settingOf } from "./context-edit";
import type { EditOutcome } from "./edit-outcome";

/**
 * Keeps the thinking of the last turns that have any; a turn is all that an assistant says between two prompts. What is
 * kept where the edit does not say depends on the model: that older ones keep one turn and others all is not verified.
 */
export function clearThinking(
  request: MessagesRequest,
  { keep }: ContextEdit,
  model: CatalogueModel,
): EditOutcome {
  const kept = turnsToKeep(keep) ?? (model.thinking.includes("adaptive") ? Infinity : 1);
  const turns = turnNumbers(request.messages);
  const thinking = request.messages.flatMap((message, index) =>
    blocksOf(message).some(isThought) ? [turns[index] ?? 0] : [],
  );
  const cleared = new Set([...new Set(thinking)].slice(0, kept === Infinity ? 0 : -kept));
  if (cleared.size === 0) return { request };
  const messages = request.messages.flatMap((message, index): readonly RequestMessage[] => {
    if (!cleared.has(turns[index] ?? 0) || !blocksOf(message).some(isThought)) return [message];
    const content = blocksOf(message).filter((block) => !isThought(block));
    return content.length === 0 ? [] : [{ ...message, content }];
  });
  const after = { ...request, messages };
  return {
    request: after,
    applied: {
      type: "clear_thinking_20251015",
      cleared_thinking_turns: cleared.size,
      cleared_input_tokens: promptTokens(request) - promptTokens(after),
    },
  };
}

function turnsToKeep(keep: unknown): number | undefined {
  if (keep === "all" || (isJsonObject(keep) && keep.type === "all")) return Infinity;
  return settingOf(keep, "thinking_turns");
}

/** For each message, how many prompts stand before it. */
function turnNumbers(messages: readonly RequestMessage[]): readonly number[] {
  let turn = 0;
  return messages.map((message) => {
    if (message.role === "user" && !blocksOf(message).some(isToolResult)) turn += 1;
    return turn;
  });
}

function isThought({ type }: ContentBlock): boolean {
  return type === "thinking" || type === "redacted_thinking";
}
