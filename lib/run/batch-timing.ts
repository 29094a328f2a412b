// How long did a batch take, and how much of it ran at the same time?
import type { Batch, ToolCall } from "./run";

/** Times in milliseconds. `speedUp` is summed over wall: 1 for calls one after another, 4 for four at once. */
export type BatchTiming = {
  readonly calls: number;
  readonly wallMs: number;
  readonly summedMs: number;
  readonly speedUp: number;
  readonly peakOverlap: number;
  readonly running: number;
  readonly slowest: { readonly toolCallId: string; readonly name: string; readonly ms: number } | null;
};

/**
 * @param now milliseconds since the run began: where calls that still run are measured to
 * @returns the timing of the calls started so far, from the first start to the last end
 */
export function batchTiming(batch: Batch, now: number): BatchTiming {
  const spans = batch.calls.map((call) => ({ call, from: call.startAt, to: callEnd(call, now) }));
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const wallMs = spans.length === 0 ? 0 : to - from;
  const summedMs = spans.reduce((sum, span) => sum + (span.to - span.from), 0);
  const slowest = spans.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
  return {
    calls: spans.length,
    wallMs,
    summedMs,
    speedUp: wallMs > 0 ? summedMs / wallMs : 1,
    peakOverlap: peakOverlap(spans),
    running: batch.calls.filter((call) => call.endAt === null).length,
    slowest:
      slowest === undefined
        ? null
        : { toolCallId: slowest.call.toolCallId, name: slowest.call.name, ms: slowest.to - slowest.from },
  };
}

/** @returns when the call ended, `now` while it runs; never before its start */
export function callEnd(call: ToolCall, now: number): number {
  return call.endAt ?? Math.max(call.startAt, now);
}

/** Most spans open at one moment. A span that starts in the instant another ends does not overlap it. */
function peakOverlap(spans: readonly { from: number; to: number }[]): number {
  const steps = spans.flatMap(({ from, to }) => [
    { at: from, change: 1 },
    { at: to, change: -1 },
  ]);
  steps.sort((one, other) => one.at - other.at || one.change - other.change);
  let open = 0;
  let peak = Math.min(spans.length, 1);
  for (const step of steps) {
    open += step.change;
    peak = Math.max(peak, open);
  }
  return peak;
}
