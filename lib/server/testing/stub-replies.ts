// Which answers does a provider stub give to a tool loop?
import type { JsonObject } from "@/lib/protocol/json-object";
import { messageEvents, type StubAnswer, sse, streamAnswer, toolUse } from "./provider-stub";

let count = 0;

/** One streamed message, with an id of its own: a thread goes by it. */
export function reply(
  blocks: readonly JsonObject[],
  stopReason: string,
  fields: JsonObject = {},
): StubAnswer {
  count += 1;
  return streamAnswer(sse(messageEvents(blocks, stopReason, { id: `msg_${count}`, ...fields })));
}

export function says(text: string, stopReason = "end_turn", fields: JsonObject = {}): StubAnswer {
  return reply([{ type: "text", text }], stopReason, fields);
}

export function calls(...blocks: readonly JsonObject[]): StubAnswer {
  return reply(blocks, "tool_use");
}

/** A call of the built-in `wait`. */
export function wait(id: string, input: JsonObject = {}): JsonObject {
  return toolUse(id, "wait", { seconds: 0, ...input });
}

/** Sends the caller elsewhere. */
export const moved: StubAnswer = (response) => {
  response.writeHead(307, { location: "http://127.0.0.1:9/elsewhere" });
  response.end();
};
