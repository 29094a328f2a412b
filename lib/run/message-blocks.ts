// Which content blocks does a message of a request hold?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

/** @returns the blocks of a Messages API message; none where its content is plain text */
export function blocksOf(message: JsonObject): JsonObject[] {
  return Array.isArray(message.content) ? message.content.filter(isJsonObject) : [];
}

/** @returns the messages of a request body; none where it is no list */
export function messagesOf(body: unknown): JsonObject[] {
  return isJsonObject(body) && Array.isArray(body.messages) ? body.messages.filter(isJsonObject) : [];
}

/**
 * @param ids ids of blocks of one reply
 * @returns where that reply stands in a request's history; -1 where it does not, as on a message thread
 */
export function placeOfReply(messages: readonly JsonObject[], ids: readonly string[]): number {
  return messages.findLastIndex(
    (message) =>
      message.role === "assistant" && blocksOf(message).some((block) => ids.includes(String(block.id))),
  );
}
