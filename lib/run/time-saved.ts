// What did it save to run calls at the same time, where runs of one prompt stand side by side?
import { type CallOrder, callOrderOf } from "./call-order";
import type { ComparedRuns } from "./compare-turns";
import type { Run } from "./run";
import { runTotals } from "./run-totals";

/** `ms` is the time of the whole run in milliseconds, `savedMs` what the parallel run took less (below 0: more). */
export type SlowerWay = {
  readonly column: number;
  readonly order: CallOrder;
  readonly ms: number;
  readonly savedMs: number;
  /** `savedMs` in percent of `ms`. */
  readonly percent: number;
};
export type TimeSaved = {
  readonly column: number;
  readonly ms: number;
  readonly others: readonly SlowerWay[];
};

/**
 * @returns the first parallel run against every run of the same prompt that took its calls in another order; null where
 *   there are no such two, or one of them did not complete
 */
export function timeSaved(runs: ComparedRuns): TimeSaved | null {
  const column = runs.findIndex((run) => run !== null && orderOf(run) === "parallel");
  const parallel = runs[column];
  if (parallel?.end?.outcome !== "completed") return null;
  const { durationMs: ms } = runTotals(parallel, 0);
  const others = runs.flatMap((run, place): SlowerWay[] => {
    const order = run === null ? null : orderOf(run);
    if (run?.end?.outcome !== "completed" || order === null || order === "parallel") return [];
    if (questionOf(run) !== questionOf(parallel)) return [];
    const { durationMs } = runTotals(run, 0);
    const savedMs = durationMs - ms;
    const percent = durationMs > 0 ? Math.round((savedMs / durationMs) * 100) : 0;
    return [{ column: place, order, ms: durationMs, savedMs, percent }];
  });
  return others.length === 0 ? null : { column, ms, others };
}

function orderOf({ config }: Run): CallOrder | null {
  return config === null ? null : callOrderOf(config);
}

/** What was asked of whom: two runs are comparable in time where this is the same. */
function questionOf({ config }: Run): string {
  const { prompt, messages, system, model, scenario } = config ?? {};
  return JSON.stringify([prompt, messages, system, model, scenario]);
}
