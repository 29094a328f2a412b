// What is new in a request body against the one before, and how is the whole put together again?
import type { JsonObject } from "@/lib/protocol/json-object";
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import type { RequestBody } from "@/lib/protocol/request-body";

/** A body the next one can be compared with, its parts as JSON text so that each is serialised once. */
export type ComparableBody = {
  readonly requestId: string;
  readonly messages: readonly string[];
  readonly tools: string | undefined;
  readonly system: string | undefined;
  /** Its place in a message thread: a `continue` holds only what is new behind the reply it names. */
  readonly thread: string | undefined;
};

/**
 * @param text the body as it is sent; `bytes` its length in UTF-8
 * @param before the request before it in the run, null for the first
 * @returns the delta for the log, and what the next request is compared with
 */
export function requestBodyDelta(
  requestId: string,
  text: string,
  bytes: number,
  before: ComparableBody | null,
): { delta: RequestBody; comparable: ComparableBody | null } {
  const body = parsedJsonObject(text);
  if (body === null) return { delta: { kind: "text", bytes, text }, comparable: before };
  const messages = Array.isArray(body.messages) ? body.messages : [];
  const comparable: ComparableBody = {
    requestId,
    messages: messages.map((message) => JSON.stringify(message)),
    tools: JSON.stringify(body.tools),
    system: JSON.stringify(body.system),
    thread: JSON.stringify(body.thread),
  };
  const kept = {
    messages: equalPrefix(before?.messages ?? [], comparable.messages),
    tools: comparable.tools !== undefined && before?.tools === comparable.tools,
    system: comparable.system !== undefined && before?.system === comparable.system,
  };
  const fields: JsonObject = { ...body };
  if (Array.isArray(body.messages)) fields.messages = messages.slice(kept.messages);
  if (kept.tools) delete fields.tools;
  if (kept.system) delete fields.system;
  return { delta: { kind: "json", bytes, base: before?.requestId ?? null, kept, fields }, comparable };
}

/** True where a request repeats the history of the one before it and adds nothing: it is another attempt. */
export function addsNothing(delta: RequestBody, before: ComparableBody | null): boolean {
  if (delta.kind !== "json" || before === null || !Array.isArray(delta.fields.messages)) return false;
  return (
    delta.fields.messages.length === 0 &&
    delta.kept.messages === before.messages.length &&
    before.messages.length > 0 &&
    JSON.stringify(delta.fields.thread) === before.thread
  );
}

/**
 * @param base the whole body of the request the delta names, null where it names none
 * @returns the whole body; a body that was no JSON comes back as its text
 */
export function wholeRequestBody(delta: RequestBody, base: JsonObject | null): JsonObject | string {
  if (delta.kind === "text") return delta.text;
  const body: JsonObject = { ...delta.fields };
  if (delta.kept.tools) body.tools = base?.tools;
  if (delta.kept.system) body.system = base?.system;
  const earlier = Array.isArray(base?.messages) ? base.messages.slice(0, delta.kept.messages) : [];
  if (Array.isArray(delta.fields.messages)) body.messages = [...earlier, ...delta.fields.messages];
  return body;
}

function equalPrefix(before: readonly string[], after: readonly string[]): number {
  const end = Math.min(before.length, after.length);
  let index = 0;
  while (index < end && before[index] === after[index]) index += 1;
  return index;
}
