// How does one run stand against the baseline, in one place of a comparison?
import type { HopChange } from "./header-hop-cause";

/**
 * The words of a hop, said between runs. `unobserved` is a request that was not seen at this point; `nothing` says there
 * is no such request in that run, or no such run.
 */
export type CompareMark = HopChange | "unobserved" | "nothing";

const differing: ReadonlySet<CompareMark> = new Set(["added", "missing", "changed", "renamed"]);

/** True where at least one run differs from the one it is compared with. */
export function marksDiffer(marks: readonly CompareMark[]): boolean {
  return marks.some((mark) => differing.has(mark));
}

/**
 * @param present which of the columns have something to compare here
 * @returns the column the others are compared with: the baseline, or the first that has anything; -1 where none has
 */
export function referenceColumn(present: readonly boolean[], baseline: number): number {
  return present[baseline] === true ? baseline : present.indexOf(true);
}
