// How did a run look after any number of its events, without folding it from the beginning each time?
import type { RunEvent } from "@/lib/protocol/run-event";
import { reduceRun } from "./reduce-run";
import { emptyRun, type Run } from "./run";

/** So many events are folded in less than a frame; runs share what did not change, so a snapshot weighs little. */
const between = 256;

export type RunSnapshots = {
  /** Told of the run after every event, in order. */
  readonly note: (run: Run) => void;
  /** @returns the run after the first `count` events: folded on from the nearest snapshot, or from what was asked before */
  readonly after: (events: readonly RunEvent[], count: number) => Run;
};

export function createRunSnapshots(): RunSnapshots {
  const kept: Run[] = [emptyRun];
  let last: Run = emptyRun;
  return {
    note: (run) => {
      if (run.lastSeq + 1 === kept.length * between) kept.push(run);
    },
    after: (events, count) => {
      const nearest = kept[Math.min(Math.floor(count / between), kept.length - 1)] ?? emptyRun;
      // Playing goes on from the frame before.
      let run = last.lastSeq < count && last.lastSeq > nearest.lastSeq ? last : nearest;
      for (const event of events.slice(run.lastSeq + 1, count)) run = reduceRun(run, event);
      last = run;
      return run;
    },
  };
}

/** @returns how many events had happened `ms` after the run began; the first one always had */
export function countUntil(events: readonly RunEvent[], ms: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, Math.min(1, events.length));
}
