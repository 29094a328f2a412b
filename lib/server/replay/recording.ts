// What did the provider of a stored run answer, and when?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunEvent, RunEventOf } from "@/lib/protocol/run-event";
import { runOf } from "@/lib/run/reduce-run";
import type { Turn } from "@/lib/run/run";

export type RecordedChunk = { readonly afterMs: number; readonly events: readonly JsonObject[] };

/** One request of the stored run with its answer. All times count from the request's start. */
export type RecordedExchange = {
  /** 1 for the first turn. */
  readonly turn: number;
  readonly attempt: number;
  readonly method: string;
  /** From `/v1` on, without the query. */
  readonly path: string;
  readonly body: JsonObject | string | null;
  readonly answer: RecordedAnswer | null;
};

export type RecordedAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly headMs: number;
  /** Empty for an answer that was no stream. */
  readonly chunks: readonly RecordedChunk[];
  readonly text: string;
  readonly endMs: number;
};

export type Recording = { readonly runId: string; readonly exchanges: readonly RecordedExchange[] };

type Chunk = RunEventOf<"response-chunk">;

export function recordingOf(runId: string, events: readonly RunEvent[]): Recording {
  const chunks = new Map<string, Chunk[]>();
  for (const event of events) {
    if (event.type !== "response-chunk") continue;
    const before = chunks.get(event.requestId);
    if (before === undefined) chunks.set(event.requestId, [event]);
    else before.push(event);
  }
  return { runId, exchanges: runOf(events).turns.flatMap((turn) => exchangesOf(turn, chunks)) };
}

function exchangesOf(turn: Turn, chunks: ReadonlyMap<string, readonly Chunk[]>): RecordedExchange[] {
  return turn.requests.map((request) => {
    const { response, startAt } = request;
    const streamed = (chunks.get(request.requestId) ?? []).map(({ at, events }) => ({
      afterMs: at - startAt,
      events,
    }));
    return {
      turn: turn.index + 1,
      attempt: request.attempt,
      method: request.method,
      path: apiPath(request.url),
      body: request.body,
      answer: response && {
        status: response.status,
        headers: response.headers.flatMap(([name, { shown, redacted }]) =>
          redacted || isOfTheWay(name) ? [] : [[name, shown] as const],
        ),
        headMs: response.startAt - startAt,
        chunks: streamed,
        text:
          response.text ??
          (response.body === undefined || response.body === null ? "" : JSON.stringify(response.body)),
        endMs: (response.endAt ?? response.startAt) - startAt,
      },
    };
  });
}

/** @returns `/v1/messages` of any address that ends with it */
export function apiPath(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : (url.split("?")[0] ?? "");
  const from = path.lastIndexOf("/v1/");
  return from < 0 ? path : path.slice(from);
}

const ofTheWay: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "date",
  "set-cookie",
  "x-simulator-received-headers",
  "x-gateway-received-headers",
]);

/** Headers that belong to the connection of then, or report about the request of then. */
function isOfTheWay(name: string): boolean {
  return ofTheWay.has(name.toLowerCase()) || name.toLowerCase().startsWith("x-recorded-");
}
