// How does a recorded reply answer a request, as if the provider answered now?
import { setTimeout as sleep } from "node:timers/promises";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { parsedJson } from "@/lib/protocol/parsed-json";
import { replayDifferencesHeader } from "@/lib/protocol/replay-header";
import type { RecordedAnswer, RecordedExchange } from "./recording";
import { nextReply } from "./replay-shelf";
import { requestDifferences } from "./request-differences";

export type ReplayRequest = {
  readonly method: string;
  /** `/~<run id>/v1/messages` */
  readonly path: string;
  readonly body: string;
  readonly signal: AbortSignal;
};

/**
 * Gives the replies of a stored run in their order, each with the pauses it had. A request that the record has no reply
 * for gets an error that says so; where a request differs from the recorded one, a header names the fields.
 */
export async function answerReplay({ method, path, body, signal }: ReplayRequest): Promise<Response> {
  const [, runId = "", rest = ""] = /^\/~([^/]+)(\/.*)$/.exec(path) ?? [];
  const next = nextReply(runId, method, rest);
  if (next === null)
    return refusal(404, "No recorded replies are ready here: they answer a run, while it goes on.");
  const { exchange, replay, number, recorded } = next;
  const from = replay.recording.runId;
  if (exchange === null) return refusal(400, beyond(from, `${method} ${rest}`, number, recorded));
  if (exchange.answer === null)
    return refusal(502, `Request ${number} of the recorded run ${from} got no response from its provider.`);
  const given = parsedJson(body) ?? body;
  const mismatch = streamMismatch(exchange.answer, given);
  if (mismatch !== null) return refusal(400, mismatch);
  return replayed(exchange, exchange.answer, replay.speed, given, signal);
}

async function replayed(
  exchange: RecordedExchange,
  answer: RecordedAnswer,
  speed: number,
  given: unknown,
  signal: AbortSignal,
): Promise<Response> {
  const begun = performance.now();
  const until = async (afterMs: number) => {
    const waitMs = afterMs / speed - (performance.now() - begun);
    if (waitMs > 1) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  };
  await until(answer.headMs);
  const headers = new Headers(answer.headers.map(([name, value]): [string, string] => [name, value]));
  const differences = requestDifferences(exchange.body, given);
  if (differences.length > 0)
    headers.set(replayDifferencesHeader, differences.map(encodeURIComponent).join(","));
  const { status } = answer;
  if (answer.chunks.length === 0 && !isEventStream(answer)) {
    await until(answer.endMs);
    return new Response(status === 204 ? null : answer.text, { status, headers });
  }
  headers.set("cache-control", "no-cache, no-transform");
  return new Response(replayedStream(answer, until, signal), { status, headers });
}

function replayedStream(
  { chunks, endMs }: RecordedAnswer,
  until: (afterMs: number) => Promise<void>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const chunk = chunks[next];
      next += 1;
      await until(chunk?.afterMs ?? endMs);
      if (signal.aborted || chunk === undefined) controller.close();
      else controller.enqueue(encoder.encode(chunk.events.map(frame).join("")));
    },
  });
}

function frame(event: JsonObject): string {
  const name = typeof event.type === "string" ? `event: ${event.type}\n` : "";
  return `${name}data: ${JSON.stringify(event)}\n\n`;
}

function isEventStream({ headers }: RecordedAnswer): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && value.startsWith("text/event-stream"),
  );
}

/** A client cannot read the one as the other. */
function streamMismatch(answer: RecordedAnswer, given: unknown): string | null {
  if (answer.status !== 200 || !isJsonObject(given)) return null;
  const wanted = given.stream === true;
  if (wanted === isEventStream(answer)) return null;
  return wanted
    ? "The recorded reply is no stream, and this request asks for one: switch streaming off in the setup."
    : "The recorded reply is a stream, and this request asks for none: switch streaming on in the setup.";
}

function beyond(runId: string, kind: string, number: number, recorded: number): string {
  const has = recorded === 0 ? "no reply" : recorded === 1 ? "one reply" : `${recorded} replies`;
  return `The record ends here: run ${runId} has ${has} to ${kind}, and this is request ${number} of that kind.`;
}

/** In the words of the Messages API, so that any client reads it; not to be tried again, since nothing would change. */
function refusal(status: number, message: string): Response {
  const type = status === 404 ? "not_found_error" : status === 400 ? "invalid_request_error" : "api_error";
  return Response.json(
    { type: "error", error: { type, message } },
    { status, headers: status === 502 ? {} : { "x-should-retry": "false" } },
  );
}
