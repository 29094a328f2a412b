// What did the model answer, streamed or in one piece?
import type { JsonObject } from "@/lib/protocol/json-object";
import { isJsonObject } from "@/lib/protocol/json-object";
import { closedMessage, foldStreamEvents, type MessageDraft } from "@/lib/run/message-draft";
import { RunFailure } from "../recording/run-failure";

export type Reply = {
  readonly content: readonly JsonObject[];
  readonly stopReason: string | null;
  readonly container: unknown;
};

/**
 * @param answer what `messages.create` resolved to: a message, or its stream events
 * @throws RunFailure where the stream ends before its message is complete: the SDK's raw stream ends silently then
 */
export async function readReply(answer: AsyncIterable<object> | object): Promise<Reply> {
  const draft = Symbol.asyncIterator in answer ? await readStream(answer) : wholeMessage(answer);
  if (draft === null || !draft.closed) {
    throw new RunFailure({
      code: "truncated-stream",
      message: "The stream ended before the message was complete.",
    });
  }
  const { stop_reason: stopReason, container } = draft.fields;
  return {
    content: draft.blocks.map((block) => block.value),
    stopReason: typeof stopReason === "string" ? stopReason : null,
    container,
  };
}

async function readStream(events: AsyncIterable<object>): Promise<MessageDraft | null> {
  let draft: MessageDraft | null = null;
  for await (const event of events) draft = foldStreamEvents(draft, isJsonObject(event) ? [event] : []);
  return draft;
}

function wholeMessage(answer: object): MessageDraft | null {
  return isJsonObject(answer) && answer.type === "message" ? closedMessage(answer) : null;
}
