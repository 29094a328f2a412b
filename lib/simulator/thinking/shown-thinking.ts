// How much of its thinking does a reply show?

import { type ContentBlock, isThinking } from "../api/content-block";
import type { MessagesRequest, Thinking } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";

/**
 * The reply with its thinking as the request has it shown: where the display is omitted, a block keeps its signature and
 * loses its words. What a script thinks without being asked to stays as it is.
 */
export function shownThinking(
  content: readonly ContentBlock[],
  { model, thinking }: MessagesRequest,
): readonly ContentBlock[] {
  if (thinking === undefined || displayOf(thinking, modelById(model)) !== "omitted") return content;
  return content.map((block) => (isThinking(block) ? { ...block, thinking: "" } : block));
}

/** As the request says, else as is usual with the model. */
export function displayOf(
  thinking: Thinking | undefined,
  model: { readonly thinkingDisplay: "summarized" | "omitted" } | undefined,
): NonNullable<Thinking["display"]> {
  return thinking?.display ?? model?.thinkingDisplay ?? "summarized";
}
