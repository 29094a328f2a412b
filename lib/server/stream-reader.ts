// Which provider events are in the bytes that just arrived?
import { createParser } from "eventsource-parser";
import type { JsonObject } from "@/lib/protocol/json-object";
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import { tooLarge } from "./recording/too-large";

/** One provider event: the text of a JSON object as it came (on one line, as the log needs it), and its `type`. */
export type StreamEvent = { readonly text: string; readonly type: unknown };

/** @returns the event as an object; its text was checked when it was read */
export function eventValue(event: StreamEvent): JsonObject {
  return parsedJsonObject(event.text) ?? {};
}

export type StreamReader = {
  /**
   * @returns the events completed by these bytes, in order
   * @throws RunFailure once an event, or a line that does not end, has grown too large
   */
  readonly read: (bytes: Uint8Array) => StreamEvent[];
  /** The beginning of the first `data` that was no JSON object, once there was one. */
  readonly garbage: () => string | null;
  /** True once `message_stop` was seen: nothing is missing. */
  readonly finished: () => boolean;
  /** The provider's `error` event, which ends a stream in place of `message_stop`. */
  readonly errorEvent: () => JsonObject | null;
  /** The beginning of the stream as text, for a body that turns out to be something else; empty once it was a stream. */
  readonly beginning: () => string;
};

const shownLength = 2_000;

/**
 * What nearly every event of a stream looks like: a delta with one string in it. Text of this form is JSON for certain,
 * which is found out ten times faster than by parsing it; anything else is parsed.
 */
const plainDelta =
  /^\{"type":"content_block_delta","index":\d{1,9},"delta":\{"type":"\w+","\w+":"(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"\}\}$/u;

/**
 * Reads server-sent events that may be cut anywhere: an event is given out once its last byte arrived.
 *
 * @param maxEventBytes how much is collected for one event; counted in characters, of which an event has fewer than bytes
 */
export function createStreamReader(maxEventBytes: number): StreamReader {
  const decoder = new TextDecoder();
  let events: StreamEvent[] = [];
  let garbage: string | null = null;
  let finished = false;
  let errorEvent: JsonObject | null = null;
  let beginning = "";
  let outgrown = false;
  let isStream = false;
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data.length > maxEventBytes) outgrown = true;
      if (outgrown) return;
      isStream = true;
      if (plainDelta.test(data)) {
        events.push({ text: data, type: "content_block_delta" });
        return;
      }
      const value = parsedJsonObject(data);
      if (value === null) garbage ??= data.slice(0, shownLength);
      else events.push({ text: data.includes("\n") ? JSON.stringify(value) : data, type: value.type });
      if (value?.type === "message_stop") finished = true;
      if (value?.type === "error") errorEvent = value;
    },
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") outgrown = true;
    },
    maxBufferSize: maxEventBytes,
  });
  return {
    read: (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (beginning.length < shownLength) beginning += text.slice(0, shownLength - beginning.length);
      events = [];
      if (!outgrown) parser.feed(text);
      if (outgrown) throw tooLarge("maxEventBytes", maxEventBytes);
      return events;
    },
    garbage: () => garbage,
    finished: () => finished,
    errorEvent: () => errorEvent,
    beginning: () => (isStream ? "" : beginning),
  };
}
