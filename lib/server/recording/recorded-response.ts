// How is a response written down while it passes through?
import { parsedJson } from "@/lib/protocol/parsed-json";
import type { RunError } from "@/lib/protocol/run-error";
import { createStreamReader } from "../stream-reader";
import { askedDelayMs } from "./asked-wait";
import type { FetchRecording } from "./recorded-fetch";
import type { RequestActivity } from "./recorder";
import { responseError } from "./response-error";
import { tooLarge } from "./too-large";
import { transportError } from "./transport-error";

/** The request that was answered. */
type Answered = { readonly requestId: string; readonly target: string; readonly activity: RequestActivity };

/** Takes the bytes of a body as they pass, and throws where they are too many; told once how it ended. */
type BodyTap = {
  readonly bytes: (bytes: Uint8Array) => void;
  readonly end: (failure?: { readonly cause: unknown }) => void;
};

/** @returns a response with the same status, headers and bytes, whose reading leaves events behind */
export function recordedResponse(
  response: Response,
  { requestId, target, activity }: Answered,
  recording: FetchRecording,
): Response {
  const { sink, redactor, turns, limits, noteError } = recording;
  const headers = redactor.headerSet(response.headers);
  sink.event({ type: "response-start", requestId, status: response.status, headers });
  activity.contentArrived();

  const ended = (content: { body?: unknown; text?: string }, error: RunError | null) => {
    if (error !== null || !response.ok) turns.requestFailed();
    noteError(error);
    const askedWaitMs = response.ok ? null : askedDelayMs(response.headers, Date.now());
    activity.closed({ status: response.status, askedWaitMs });
    sink.event({ type: "response-end", requestId, ...content, ...(error === null ? {} : { error }) });
  };
  const failed = (failure: { cause: unknown } | undefined) =>
    failure === undefined ? null : transportError(recording.abortReason() ?? failure.cause, target, true);

  const isStream = response.headers.get("content-type")?.includes("text/event-stream") === true;
  const tap = isStream
    ? streamTap({ requestId, recording, response, ended, failed, activity })
    : bodyTap({ response, recording, ended, failed, activity, wantsMessage: target.endsWith("/messages") });
  if (response.body === null) {
    tap.end();
    return response;
  }
  const passed = new Response(passThrough(response.body, atMost(limits.maxResponseBytes, tap)), response);
  Object.defineProperty(passed, "url", { value: response.url });
  return passed;
}

type Ended = (content: { body?: unknown; text?: string }, error: RunError | null) => void;
type Failed = (failure: { readonly cause: unknown } | undefined) => RunError | null;

/** What both kinds of body are written down with. */
type TapParts = {
  readonly response: Response;
  readonly recording: FetchRecording;
  readonly ended: Ended;
  readonly failed: Failed;
  readonly activity: RequestActivity;
};

function streamTap(of: TapParts & { readonly requestId: string }): BodyTap {
  const { requestId, recording, response, ended, failed, activity } = of;
  const { limits, redactor, sink } = recording;
  const reader = createStreamReader(limits.maxEventBytes);
  let empty = true;
  const problem = (failure: { readonly cause: unknown } | undefined): RunError | null => {
    const errorEvent = reader.errorEvent();
    if (errorEvent !== null) return responseError.ofErrorEvent(response, errorEvent);
    const garbage = reader.garbage();
    if (garbage !== null) return responseError.cutStream(redactor.text(garbage), "");
    if (reader.finished()) return null;
    const cause = failed(failure);
    if (cause !== null) return cause;
    if (empty) return responseError.emptyStream;
    return responseError.cutStream(null, redactor.text(reader.beginning()));
  };
  return {
    bytes: (bytes) => {
      empty = false;
      const events = reader.read(bytes);
      if (events.length === 0) return;
      if (events.some((event) => event.type !== "ping")) activity.contentArrived();
      sink.chunk(
        requestId,
        events.map((event) => event.text),
      );
    },
    end: (failure) => ended({}, problem(failure)),
  };
}

/** Larger bodies still pass; only their beginning is written down. */
const mostCollected = 32 * 1024 * 1024;

/** A far end that drips bytes, or sends blanks to keep the connection open, is as silent as one that pings. */
const contentBytes = 1_024;

function bodyTap(of: TapParts & { readonly wantsMessage: boolean }): BodyTap {
  const { response, recording, ended, failed, activity, wantsMessage } = of;
  const parts: Uint8Array[] = [];
  let collected = 0;
  return {
    bytes: (bytes) => {
      if (collected < mostCollected) parts.push(bytes);
      const before = collected;
      collected += bytes.length;
      if (Math.floor(collected / contentBytes) > Math.floor(before / contentBytes)) activity.contentArrived();
    },
    end: (failure) => {
      const text = Buffer.concat(parts).toString("utf8");
      const body = parsedJson(text);
      const shown = body === undefined ? { text: text.slice(0, 20_000) } : { body };
      const told = recording.redactor.text(text);
      ended(shown, failed(failure) ?? responseError.ofBody(response, body, told, wantsMessage));
    },
  };
}

function atMost(bytes: number, tap: BodyTap): BodyTap {
  let passed = 0;
  return {
    bytes: (chunk) => {
      passed += chunk.length;
      if (passed > bytes) throw tooLarge("maxResponseBytes", bytes);
      tap.bytes(chunk);
    },
    end: tap.end,
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
          // What the tap refused still comes in; what failed by itself is over, and to cancel it fails the same way.
          reader.cancel(cause).catch(() => undefined);
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
