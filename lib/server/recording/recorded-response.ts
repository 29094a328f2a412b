// How is a response written down while it passes through?
import { parsedJson } from "@/lib/protocol/parsed-json";
import type { RunError } from "@/lib/protocol/run-error";
import { createStreamReader } from "../stream-reader";
import type { FetchRecording } from "./recorded-fetch";
import { responseError } from "./response-error";
import { transportError } from "./transport-error";

/** Takes the bytes of a body as they pass; told once how it ended. */
type BodyTap = {
  readonly bytes: (bytes: Uint8Array) => void;
  readonly end: (failure?: { readonly cause: unknown }) => void;
};

/** @returns a response with the same status, headers and bytes, whose reading leaves events behind */
export function recordedResponse(
  response: Response,
  requestId: string,
  target: string,
  recording: FetchRecording,
): Response {
  const { sink, redactor, activity, turns, noteError } = recording;
  const headers = redactor.headerSet(response.headers);
  sink.event({ type: "response-start", requestId, status: response.status, headers });
  activity.contentArrived();

  const ended = (content: { body?: unknown; text?: string }, error: RunError | null) => {
    if (error !== null || !response.ok) turns.requestFailed();
    noteError(error);
    activity.requestClosed();
    sink.event({ type: "response-end", requestId, ...content, ...(error === null ? {} : { error }) });
  };
  const failed = (failure: { cause: unknown } | undefined) =>
    failure === undefined ? null : transportError(failure.cause, target);

  const isStream = response.headers.get("content-type")?.includes("text/event-stream") === true;
  const tap = isStream
    ? streamTap(requestId, recording, response, ended, failed)
    : bodyTap(response, ended, failed, activity.contentArrived);
  if (response.body === null) {
    tap.end();
    return response;
  }
  const passed = new Response(passThrough(response.body, tap), response);
  Object.defineProperty(passed, "url", { value: response.url });
  return passed;
}

type Ended = (content: { body?: unknown; text?: string }, error: RunError | null) => void;
type Failed = (failure: { readonly cause: unknown } | undefined) => RunError | null;

function streamTap(
  requestId: string,
  recording: FetchRecording,
  response: Response,
  ended: Ended,
  failed: Failed,
): BodyTap {
  const reader = createStreamReader();
  const problem = (failure: { readonly cause: unknown } | undefined): RunError | null => {
    const errorEvent = reader.errorEvent();
    if (errorEvent !== null) return responseError.ofBody(response, errorEvent, "", true);
    if (reader.garbage() !== null) return responseError.cutStream(reader.garbage(), "");
    return reader.finished() ? null : (failed(failure) ?? responseError.cutStream(null, reader.beginning()));
  };
  return {
    bytes: (bytes) => {
      const events = reader.read(bytes);
      if (events.length === 0) return;
      if (events.some((event) => event.type !== "ping")) recording.activity.contentArrived();
      recording.sink.chunk(
        requestId,
        events.map((event) => event.text),
      );
    },
    end: (failure) => ended({}, problem(failure)),
  };
}

/** Larger bodies still pass; only their beginning is written down. */
const mostCollected = 32 * 1024 * 1024;

function bodyTap(response: Response, ended: Ended, failed: Failed, contentArrived: () => void): BodyTap {
  const parts: Uint8Array[] = [];
  let collected = 0;
  return {
    bytes: (bytes) => {
      contentArrived();
      if (collected < mostCollected) parts.push(bytes);
      collected += bytes.length;
    },
    end: (failure) => {
      const text = Buffer.concat(parts).toString("utf8");
      const body = parsedJson(text);
      const shown = body === undefined ? { text: text.slice(0, 20_000) } : { body };
      ended(shown, failed(failure) ?? responseError.ofBody(response, body, text));
    },
  };
}

/** Hands on each chunk as the very bytes that came, and reads the next one only when the consumer asks for it. */
function passThrough(body: ReadableStream<Uint8Array>, tap: BodyTap): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let over = false;
  const end = (failure?: { readonly cause: unknown }) => {
    if (!over) tap.end(failure);
    over = true;
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            end();
            controller.close();
            return;
          }
          tap.bytes(value);
          controller.enqueue(value);
        } catch (cause) {
          end({ cause });
          controller.error(cause);
        }
      },
      async cancel(reason) {
        end({ cause: reason });
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
