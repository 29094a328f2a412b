// How long did a batch take, and how much of it ran at the same time?
import { callEnd, callRunningMs, runningSpans, type Span } from "./call-waits";
import type { Batch } from "./run";

/**
 * Times in milliseconds. What calls waited for a person is apart: `summedMs`, `speedUp`, `peakOverlap` and `slowest` are
 * about running only, `waitedMs` is the part of the wall time in which no call ran and at least one waited. `speedUp` is
 * summed over what is left of the wall time: 1 for calls one after another, 4 for four at once.
 */
export type BatchTiming = {
  readonly calls: number;
  readonly wallMs: number;
  readonly summedMs: number;
  readonly waitedMs: number;
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
  const calls = batch.calls.map((call) => ({ call, ms: callRunningMs(call, now), to: callEnd(call, now) }));
  const from = Math.min(...calls.map(({ call }) => call.startAt));
  const wallMs = calls.length === 0 ? 0 : Math.max(...calls.map(({ to }) => to)) - from;
  const summedMs = calls.reduce((sum, { ms }) => sum + ms, 0);
  const running = batch.calls.flatMap((call) => runningSpans(call, now));
  const waiting = batch.calls.flatMap((call) =>
    call.waits.map((wait) => ({ from: wait.from, to: wait.to ?? Math.max(wait.from, now) })),
  );
  const waitedMs = coveredMs([...running, ...waiting]) - coveredMs(running);
  const slowest = calls.toSorted((one, other) => other.ms - one.ms)[0];
  return {
    calls: calls.length,
    wallMs,
    summedMs,
    waitedMs,
    speedUp: wallMs > waitedMs ? summedMs / (wallMs - waitedMs) : 1,
    peakOverlap: peakOverlap(running),
    running: batch.calls.filter((call) => call.endAt === null).length,
    slowest:
      slowest === undefined
        ? null
        : { toolCallId: slowest.call.toolCallId, name: slowest.call.name, ms: slowest.ms },
  };
}

/** How much time at least one of the spans covers. */
function coveredMs(spans: readonly Span[]): number {
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered;
}

/** Most spans open at one moment. A span that starts in the instant another ends does not overlap it. */
function peakOverlap(spans: readonly Span[]): number {
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
