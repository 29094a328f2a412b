// Which headers did the same request of several runs carry, and where do they differ?
import { type ObservationPoint, observationPoints } from "@/lib/protocol/observation-point";
import { type CompareMark, marksDiffer, referenceColumn } from "./compare-mark";
import type { ComparedRuns } from "./compare-turns";
import { hopChange } from "./header-hops";
import { type HeaderLines, headerLines, pointsOf } from "./header-lookup";
import type { ProviderRequest } from "./run";

export type ComparedHeaderCell = { readonly mark: CompareMark; readonly lines: HeaderLines | null };

export type ComparedHeaderRow = {
  /** The name in lower case. */
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ComparedHeaderCell[];
  readonly differs: boolean;
};

/** `reference` is the column the others are compared with, -1 where no run was seen at this point. */
export type ComparedHeaders = { readonly reference: number; readonly rows: readonly ComparedHeaderRow[] };

/**
 * @param requests one a run, null where the run has no such request
 * @param baseline the column the others are compared with; where it has no such request, the first that has one
 * @returns a row a header in the order of the alphabet; values are compared by fingerprint, so hidden ones too
 */
export function compareHeaders(
  requests: readonly (ProviderRequest | null)[],
  point: ObservationPoint,
  baseline: number,
): ComparedHeaders {
  const sets = requests.map((request) => {
    const headers = request?.headerSets[point];
    return headers === undefined ? null : headerLines(headers);
  });
  const reference = referenceColumn(
    sets.map((set) => set !== null),
    baseline,
  );
  const keys = new Set(sets.flatMap((set) => [...(set?.keys() ?? [])]));
  const rows = [...keys].toSorted().map((key) => {
    const before = sets[reference]?.get(key) ?? null;
    const cells = sets.map((set, column): ComparedHeaderCell => {
      if (set === null) return { mark: requests[column] == null ? "nothing" : "unobserved", lines: null };
      const lines = set.get(key) ?? null;
      return { mark: hopChange(before, lines), lines };
    });
    const shown = before ?? cells.find((cell) => cell.lines !== null)?.lines;
    return { key, name: shown?.names[0] ?? key, cells, differs: marksDiffer(cells.map((cell) => cell.mark)) };
  });
  return { reference, rows };
}

/** @returns the points at least one of the runs was seen at, and the furthest that all were seen at */
export function comparedPoints(runs: ComparedRuns): {
  readonly points: readonly ObservationPoint[];
  readonly common: ObservationPoint | null;
} {
  const seen = runs
    .filter((run) => run !== null)
    .map((run) => new Set(run.turns.flatMap((turn) => turn.requests.flatMap(pointsOf))));
  const points = observationPoints.filter((point) => seen.some((set) => set.has(point)));
  const common = points.findLast((point) => seen.every((set) => set.has(point) || set.size === 0));
  return { points, common: common ?? points.at(-1) ?? null };
}
