// What did the model answer, streamed or in one piece?
import type { JsonObject } from "@/lib/protocol/json-object";
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import { closedMessage, foldStreamEvents, type MessageDraft } from "@/lib/run/message-draft";
import { RunFailure } from "../recording/run-failure";
import { createStreamReader, eventValue } from "../stream-reader";

export type Reply = {
  readonly content: readonly JsonObject[];
  readonly stopReason: string | null;
  readonly container: unknown;
};

/**
 * Reads a successful response, network chunk by network chunk.
 *
 * @throws RunFailure where the message is not complete: a connection that ends early looks like an end otherwise
 */
export async function readReply(response: Response, maxEventBytes: number): Promise<Reply> {
  const isStream = response.headers.get("content-type")?.includes("text/event-stream") === true;
  const draft = isStream ? await streamedMessage(response, maxEventBytes) : await wholeMessage(response);
  if (draft === null || !draft.closed) {
    throw new RunFailure({
      code: "truncated-stream",
      message: "The response ended before the message was complete.",
    });
  }
  const { stop_reason: stopReason, container } = draft.fields;
  return {
    content: draft.blocks.map((block) => block.value),
    stopReason: typeof stopReason === "string" ? stopReason : null,
    container,
  };
}

async function streamedMessage(response: Response, maxEventBytes: number): Promise<MessageDraft | null> {
  const reader = createStreamReader(maxEventBytes);
  let draft: MessageDraft | null = null;
  const body = response.body?.getReader();
  for (let part = await body?.read(); part?.done === false; part = await body?.read()) {
    const events = reader.read(part.value).map(eventValue);
    draft = foldStreamEvents(draft, events);
  }
  const broken = reader.errorEvent() !== null || reader.garbage() !== null;
  return broken ? null : draft;
}

async function wholeMessage(response: Response): Promise<MessageDraft | null> {
  const body = parsedJsonObject(await response.text());
  return body?.type === "message" ? closedMessage(body) : null;
}
