// How much of a call's time did it wait for a person, and how much did it run?
import type { ToolCall } from "./run";

/** Milliseconds since the run began. */
export type Span = { readonly from: number; readonly to: number };

/** @returns when the call ended, `now` while it goes on; never before its start */
export function callEnd(call: ToolCall, now: number): number {
  return call.endAt ?? Math.max(call.startAt, now);
}

/** @returns milliseconds in which the call waited for a person */
export function callWaitedMs(call: ToolCall, now: number): number {
  return call.waits.reduce((sum, { from, to }) => sum + (to ?? Math.max(from, now)) - from, 0);
}

/** @returns milliseconds in which the call ran by itself */
export function callRunningMs(call: ToolCall, now: number): number {
  return callEnd(call, now) - call.startAt - callWaitedMs(call, now);
}

/** True while the call waits for a person. */
export function isWaiting(call: ToolCall): boolean {
  return call.waits.at(-1)?.to === null;
}

/** @returns the stretches in which the call ran by itself, the empty ones left out unless there is no other */
export function runningSpans(call: ToolCall, now: number): Span[] {
  const spans: Span[] = [];
  let from = call.startAt;
  for (const wait of call.waits) {
    spans.push({ from, to: wait.from });
    from = wait.to ?? Math.max(wait.from, now);
  }
  spans.push({ from, to: Math.max(from, callEnd(call, now)) });
  const some = spans.filter((span) => span.to > span.from);
  return some.length > 0 ? some : spans.slice(0, 1);
}
