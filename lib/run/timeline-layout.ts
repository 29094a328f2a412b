// Which rows has the timeline of a run, and which bars lie in them?
import { batchTiming } from "./batch-timing";
import { callEnd, isWaiting } from "./call-waits";
import { inputSummary } from "./input-summary";
import { countOf, durationText, factorText } from "./quantity-text";
import { problemOf, requestEnd, requestState } from "./request-line";
import type { Batch, ProviderRequest, Run, ToolCall, Turn } from "./run";
import { hasFailed } from "./run-totals";

/** What a stretch of a bar shows. `waiting` lasts until the first content of the answer; `person` waits for a decision. */
export type BarPhase = "waiting" | "streaming" | "calling" | "person" | "bracket";

/** Times in milliseconds since the run began; `to` is null while it goes on. */
export type BarPart = { readonly phase: BarPhase; readonly from: number; readonly to: number | null };

/** One row: a request, a batch bracket or one call. No two calls share a row, so no bars overlap in one. */
export type TimelineRow = {
  readonly kind: "request" | "batch" | "call";
  readonly id: string;
  readonly turnIndex: number;
  readonly opensTurn: boolean;
  readonly label: string;
  readonly detail: string;
  readonly parts: readonly BarPart[];
  readonly failed: boolean;
  readonly problem: string | null;
  /** The time before a request in which nothing of the run was under way: a wait before a retry, or the loop's own. */
  readonly gap: { readonly from: number; readonly to: number; readonly isRetryWait: boolean } | null;
};

/** @returns the rows in the order they are drawn: per turn its requests, then its batch and the batch's calls */
export function timelineRows(run: Run): TimelineRow[] {
  return run.turns.flatMap((turn, index) => turnRows(turn, run.turns[index - 1]));
}

/** @returns start and end of the row's bar, `now` standing in for the end of what goes on */
export function rowSpan(row: TimelineRow, now: number): { from: number; to: number; running: boolean } {
  const from = row.parts[0]?.from ?? 0;
  const last = row.parts.at(-1)?.to ?? null;
  return { from, to: last ?? Math.max(from, now), running: last === null };
}

/** @returns the row in words, with its times: `"get_weather San Francisco, 312 ms to 812 ms, 500 ms"` */
export function rowName(row: TimelineRow, now: number): string {
  const { from, to, running } = rowSpan(row, now);
  const what = row.detail === "" ? row.label : `${row.label} ${row.detail}`;
  const end = running ? "now" : durationText(to);
  const state = running ? `, ${goesOn(row)}` : row.failed ? ", failed" : "";
  return `${what}, ${durationText(from)} to ${end}, ${durationText(to - from)}${waitText(row)}${state}`;
}

function goesOn(row: TimelineRow): string {
  return row.parts.at(-1)?.phase === "person" ? "waiting for a person" : "running";
}

/** @returns how long the row waited for a person until now, once that is over: `", waited 12 s for a person"` */
export function waitText(row: TimelineRow): string {
  const waits = row.parts.filter((part) => part.phase === "person");
  const waited = waits.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0);
  return waited === 0 ? "" : `, waited ${durationText(waited)} for a person`;
}

/** @returns what the bracket of a batch says: `"4 calls · wall 812 ms · summed 2.94 s · 3.6x · peak 4"` */
export function batchText(batch: Batch, now: number): string {
  const { calls, wallMs, summedMs, waitedMs, speedUp, peakOverlap } = batchTiming(batch, now);
  const texts = [countOf(calls, "call"), `wall ${durationText(wallMs)}`];
  if (calls > 1) {
    texts.push(`summed ${durationText(summedMs)}`, factorText(speedUp), `peak ${peakOverlap}`);
  }
  if (waitedMs > 0) texts.push(`waited ${durationText(waitedMs)} for a person`);
  return texts.join(" · ");
}

/** A turn never changes once it is there, so its rows are made once: a long run costs no more per frame than a short. */
const rowsByTurn = new WeakMap<Turn, { readonly before: Turn | undefined; readonly rows: TimelineRow[] }>();

/**
 * @param before the turn before it, which the gap in front of its first request is measured from
 * @returns the rows of one turn
 */
export function turnRows(turn: Turn, before: Turn | undefined): TimelineRow[] {
  const known = rowsByTurn.get(turn);
  if (known !== undefined && known.before === before) return known.rows;
  const rows = layTurn(turn, before);
  rowsByTurn.set(turn, { before, rows });
  return rows;
}

function layTurn(turn: Turn, before: Turn | undefined): TimelineRow[] {
  const requests = turn.requests.map((request, index) => requestRow(turn, index, request, before));
  const batch = turn.batch === null ? [] : [batchRow(turn, turn.batch), ...callRows(turn, turn.batch)];
  return [...requests, ...batch];
}

function requestRow(
  turn: Turn,
  index: number,
  request: ProviderRequest,
  before: Turn | undefined,
): TimelineRow {
  const earlier = turn.requests[index - 1];
  const lastEnd = earlier === undefined ? turnActivityEnd(before) : requestEnd(earlier);
  const gap =
    lastEnd === null || request.startAt - lastEnd < 1
      ? null
      : { from: lastEnd, to: request.startAt, isRetryWait: earlier !== undefined };
  return {
    kind: "request",
    id: request.requestId,
    turnIndex: turn.index,
    opensTurn: index === 0,
    label: `Turn ${turn.index + 1}`,
    detail: index === 0 ? "" : `attempt ${request.attempt}`,
    parts: requestParts(request),
    failed: requestState(request) === "failed",
    problem: problemOf(request),
    gap,
  };
}

function requestParts(request: ProviderRequest): BarPart[] {
  const end = requestEnd(request);
  const first = request.response?.firstChunkAt ?? null;
  if (first === null) return [{ phase: "waiting", from: request.startAt, to: end }];
  return [
    { phase: "waiting", from: request.startAt, to: first },
    { phase: "streaming", from: first, to: end },
  ];
}

function batchRow(turn: Turn, batch: Batch): TimelineRow {
  const first = batch.calls[0]?.startAt ?? batch.startAt;
  const running = batch.endAt === null;
  const last = batch.calls.reduce((latest, call) => Math.max(latest, callEnd(call, 0)), first);
  return {
    kind: "batch",
    id: batch.batchId,
    turnIndex: turn.index,
    opensTurn: false,
    label: "Batch",
    detail: countOf(batch.calls.length, "call"),
    parts: [{ phase: "bracket", from: first, to: running ? null : last }],
    failed: false,
    problem: null,
    gap: null,
  };
}

function callRows(turn: Turn, batch: Batch): TimelineRow[] {
  return batch.calls.map((call) => callRow(turn, call));
}

function callRow(turn: Turn, call: ToolCall): TimelineRow {
  return {
    kind: "call",
    id: call.toolCallId,
    turnIndex: turn.index,
    opensTurn: false,
    label: call.name,
    detail: inputSummary(call.input),
    parts: callParts(call),
    failed: hasFailed(call),
    problem: null,
    gap: null,
  };
}

/** Running and waiting take turns; a stretch without length is no part, but for the one that goes on. */
function callParts(call: ToolCall): BarPart[] {
  const parts: BarPart[] = [];
  let from = call.startAt;
  for (const wait of call.waits) {
    if (wait.from > from) parts.push({ phase: "calling", from, to: wait.from });
    parts.push({ phase: "person", from: wait.from, to: wait.to });
    from = wait.to ?? wait.from;
  }
  if (isWaiting(call)) return parts;
  if (parts.length === 0 || call.endAt === null || call.endAt > from)
    parts.push({ phase: "calling", from, to: call.endAt });
  return parts;
}

function turnActivityEnd(turn: Turn | undefined): number | null {
  if (turn === undefined) return null;
  const lastRequest = turn.requests.at(-1);
  const ends = [turn.batch?.endAt ?? null, lastRequest === undefined ? null : requestEnd(lastRequest)];
  const known = ends.filter((end) => end !== null);
  return known.length === 0 ? null : Math.max(...known);
}
