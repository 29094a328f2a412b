// What left as a request, and what came back as its response?
import type { RunError } from "@/lib/protocol/run-error";
import type { RunLimits } from "@/lib/protocol/run-request";
import { addsNothing, type ComparableBody, requestBodyDelta } from "@/lib/run/request-body-delta";
import { receivedHeaders } from "./received-headers";
import { recordedResponse } from "./recorded-response";
import type { ActivityListener, EventSink } from "./recorder";
import type { Redactor } from "./redactor";
import { transportError } from "./transport-error";
import type { Turns } from "./turns";
import { withWireObserver } from "./wire-headers";

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** How much of one response is taken, in bytes. */
export type ByteLimits = Pick<RunLimits, "maxEventBytes" | "maxResponseBytes">;

export type FetchRecording = {
  readonly sink: EventSink;
  readonly redactor: Redactor;
  readonly activity: ActivityListener;
  readonly turns: Turns;
  readonly limits: ByteLimits;
  readonly fetch: Fetch;
  /** Why the run was aborted, undefined while it was not: an SDK passes its own abort on without the reason. */
  readonly abortReason: () => unknown;
  readonly noteError: (error: RunError | null) => void;
};

/** @returns a fetch that does the same as the one given and leaves the events of its requests behind */
export function recordedFetch(recording: FetchRecording): Fetch {
  const { sink, redactor, activity, turns, noteError } = recording;
  let count = 0;
  let before: ComparableBody | null = null;

  const started = (input: string | URL | Request, init: RequestInit | undefined) => {
    count += 1;
    const requestId = `r${count}`;
    const text = typeof init?.body === "string" ? init.body : null;
    const compared =
      text === null ? null : requestBodyDelta(requestId, text, Buffer.byteLength(text), before);
    const url = input instanceof Request ? input.url : String(input);
    const { turnId, attempt } = turns.forRequest({
      addsNothing: compared !== null && addsNothing(compared.delta, before),
      countsTokens: targetOf(url).endsWith("/count_tokens"),
    });
    before = compared?.comparable ?? before;
    const headers = redactor.headerSet(
      pairsOf(init?.headers ?? (input instanceof Request ? input.headers : [])),
    );
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    sink.event({
      type: "request-start",
      requestId,
      turnId,
      attempt,
      method: method.toUpperCase(),
      url,
      headers,
      body: compared?.delta ?? null,
    });
    return { requestId, target: targetOf(url) };
  };

  return async (input, init) => {
    const { requestId, target } = started(input, init);
    let sent: [string, string][] = [];
    const open = activity.requestOpened();
    const observe = (pairs: [string, string][]) => {
      sent = pairs;
      open.sent();
      sink.event({ type: "request-observed", requestId, point: "wire", headers: redactor.headerSet(pairs) });
    };
    noteError(null);
    try {
      const response = await withWireObserver(observe, () => recording.fetch(input, init));
      for (const { point, headers } of receivedHeaders(response.headers, sent)) {
        sink.event({ type: "request-observed", requestId, point, headers: redactor.headerSet(headers) });
      }
      return recordedResponse(response, { requestId, target, activity: open }, recording);
    } catch (failure) {
      const error = transportError(recording.abortReason() ?? failure, target);
      turns.requestFailed();
      noteError(error);
      open.closed();
      sink.event({ type: "request-error", requestId, error });
      throw failure;
    }
  };
}

/** Names and values as the caller wrote them, where the form they are given in keeps that. */
function pairsOf(headers: NonNullable<RequestInit["headers"]>): [string, string][] {
  if (headers instanceof Headers) return [...headers];
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers);
  return pairs.map(([name, value]) => [String(name), String(value)]);
}

/** Without the query, which can hold a credential. */
function targetOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
