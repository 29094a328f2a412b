// What does a run look like after its next event?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { RunEvent, RunEventOf } from "@/lib/protocol/run-event";
import { closedMessage, foldStreamEvents } from "./message-draft";
import { closedPause, openCall, openPause, openRequest, openResponse, openTurn } from "./opened-parts";
import {
  type Batch,
  emptyRun,
  type ProviderRequest,
  type ProviderResponse,
  type Run,
  type ToolCall,
  type Turn,
} from "./run";

/**
 * The one door for live and stored runs: folds the next event into the run before it.
 *
 * @returns a fresh run that shares every unchanged part with `run`; an event already folded in changes nothing
 */
export function reduceRun(run: Run, event: RunEvent): Run {
  if (event.seq <= run.lastSeq) return run;
  return { ...fold(run, event), lastSeq: event.seq, lastAt: event.at };
}

/** @returns the run that a whole log, or its beginning, describes */
export function runOf(events: Iterable<RunEvent>): Run {
  let run = emptyRun;
  for (const event of events) run = reduceRun(run, event);
  return run;
}

function fold(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case "run-start":
      return { ...run, runId: event.runId, startedAt: event.startedAt, config: event.config };
    case "turn-start":
      return { ...run, turns: [...run.turns, openTurn(event)] };
    case "turn-end":
      return mapTurn(
        run,
        (turn) => turn.turnId === event.turnId,
        (turn) => ({ ...turn, endAt: event.at }),
      );
    case "request-start":
      return mapTurn(
        run,
        (turn) => turn.turnId === event.turnId,
        (turn) => ({
          ...turn,
          requests: [...turn.requests, openRequest(event, baseOf(event, run))],
        }),
      );
    case "request-observed":
      return mapRequest(run, event.requestId, (request) => ({
        ...request,
        headerSets: { ...request.headerSets, [event.point]: event.headers },
      }));
    case "request-error":
      return mapRequest(run, event.requestId, (request) => ({
        ...request,
        error: event.error,
        errorAt: event.at,
      }));
    case "response-start":
      return mapRequest(run, event.requestId, (request) => ({ ...request, response: openResponse(event) }));
    case "response-chunk":
      return mapResponse(run, event.requestId, (response) => foldChunk(response, event));
    case "response-end":
      return mapResponse(run, event.requestId, (response) => closeResponse(response, event));
    case "batch-start":
      return mapTurn(
        run,
        (turn) => turn.turnId === event.turnId,
        (turn) => ({
          ...turn,
          batch: { batchId: event.batchId, startAt: event.at, endAt: null, calls: [] },
        }),
      );
    case "batch-end":
      return mapBatch(
        run,
        (batch) => batch.batchId === event.batchId,
        (batch) => ({ ...batch, endAt: event.at }),
      );
    case "tool-call-start":
      return mapBatch(
        run,
        (batch) => batch.batchId === event.batchId,
        (batch) => ({
          ...batch,
          calls: [...batch.calls, openCall(event)],
        }),
      );
    case "tool-call-log":
      return mapCall(run, event.toolCallId, (call) => ({
        ...call,
        log: [...call.log, { at: event.at, line: event.line }],
      }));
    case "tool-call-end":
      return mapCall(run, event.toolCallId, (call) => ({ ...call, endAt: event.at, result: event.result }));
    case "pause": {
      const paused = { ...run, pauses: [...run.pauses, openPause(event)] };
      const { pauseId, at, toolCallId } = event;
      if (toolCallId === undefined) return paused;
      return mapCall(paused, toolCallId, (call) => ({
        ...call,
        waits: [...call.waits, { pauseId, from: at, to: null }],
      }));
    }
    case "resume": {
      const { pauseId, at } = event;
      const toolCallId = run.pauses.find((each) => each.pauseId === pauseId)?.toolCallId ?? null;
      const pauses = run.pauses.map((each) => (each.pauseId === pauseId ? closedPause(each, event) : each));
      const resumed = { ...run, pauses };
      if (toolCallId === null) return resumed;
      return mapCall(resumed, toolCallId, (call) => ({
        ...call,
        waits: call.waits.map((wait) => (wait.pauseId === pauseId ? { ...wait, to: at } : wait)),
      }));
    }
    case "run-end":
      return { ...run, end: event };
    default:
      return event satisfies never;
  }
}

function baseOf({ body }: RunEventOf<"request-start">, run: Run): unknown {
  return body?.kind === "json" && body.base !== null ? findRequest(run, body.base)?.body : null;
}

function foldChunk(response: ProviderResponse, event: RunEventOf<"response-chunk">): ProviderResponse {
  return {
    ...response,
    firstChunkAt: response.firstChunkAt ?? event.at,
    lastChunkAt: event.at,
    chunkCount: response.chunkCount + 1,
    eventCount: response.eventCount + event.events.length,
    message: foldStreamEvents(response.message, event.events),
    providerError: event.events.map(errorOf).find((error) => error !== null) ?? response.providerError,
  };
}

function closeResponse(response: ProviderResponse, event: RunEventOf<"response-end">): ProviderResponse {
  const closed = { ...response, endAt: event.at, text: event.text ?? null, error: event.error ?? null };
  if (event.body === undefined) return closed;
  const body = isJsonObject(event.body) ? event.body : null;
  const isMessage = body !== null && body.type === "message";
  return {
    ...closed,
    body: event.body,
    message: isMessage ? closedMessage(body) : response.message,
    providerError: body === null ? null : errorOf(body),
  };
}

/** The `error` object of an error envelope, which is the same in a body and in a stream. */
function errorOf(envelope: JsonObject): JsonObject | null {
  return envelope.type === "error" && isJsonObject(envelope.error) ? envelope.error : null;
}

/** @returns the request with that id; the newest turns are looked at first, where it nearly always is */
export function findRequest(run: Run, requestId: string): ProviderRequest | undefined {
  for (let index = run.turns.length - 1; index >= 0; index -= 1) {
    const found = run.turns[index]?.requests.find((request) => request.requestId === requestId);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns the tool call with that id */
export function findCall(run: Run, toolCallId: string): ToolCall | undefined {
  for (let index = run.turns.length - 1; index >= 0; index -= 1) {
    const found = run.turns[index]?.batch?.calls.find((call) => call.toolCallId === toolCallId);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Changes the newest turn that fits. Only the list and that turn are copied: a long run stays cheap to fold. */
function mapTurn(run: Run, fits: (turn: Turn) => boolean, change: (turn: Turn) => Turn): Run {
  const index = run.turns.findLastIndex(fits);
  const turn = run.turns[index];
  return turn === undefined ? run : { ...run, turns: run.turns.with(index, change(turn)) };
}

function mapRequest(run: Run, requestId: string, change: (request: ProviderRequest) => ProviderRequest): Run {
  const holds = (request: ProviderRequest) => request.requestId === requestId;
  return mapTurn(
    run,
    (turn) => turn.requests.some(holds),
    (turn) => ({
      ...turn,
      requests: turn.requests.map((request) => (holds(request) ? change(request) : request)),
    }),
  );
}

function mapResponse(
  run: Run,
  requestId: string,
  change: (response: ProviderResponse) => ProviderResponse,
): Run {
  return mapRequest(run, requestId, (request) =>
    request.response === null ? request : { ...request, response: change(request.response) },
  );
}

function mapBatch(run: Run, fits: (batch: Batch) => boolean, change: (batch: Batch) => Batch): Run {
  return mapTurn(
    run,
    (turn) => turn.batch !== null && fits(turn.batch),
    (turn) => ({
      ...turn,
      batch: turn.batch === null ? null : change(turn.batch),
    }),
  );
}

function mapCall(run: Run, toolCallId: string, change: (call: ToolCall) => ToolCall): Run {
  const holds = (call: ToolCall) => call.toolCallId === toolCallId;
  return mapBatch(
    run,
    (batch) => batch.calls.some(holds),
    (batch) => ({
      ...batch,
      calls: batch.calls.map((call) => (holds(call) ? change(call) : call)),
    }),
  );
}
