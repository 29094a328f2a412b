// What happened to each header of one request between the points it was observed at?
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { type HeaderLines, headerLines, pointsOf, sameValues } from "./header-lookup";
import type { ProviderRequest } from "./run";

/** Against the observed point before. `renamed` is a change of case only. */
export type HopChange = "same" | "added" | "missing" | "changed" | "renamed" | "absent";

export type HopCell = {
  readonly point: ObservationPoint;
  readonly change: HopChange;
  readonly lines: HeaderLines | null;
};

export type HopRow = { readonly key: string; readonly name: string; readonly cells: readonly HopCell[] };

/** @returns one row per header seen at any point, one cell per observed point, in the order of first appearance */
export function headerHops(request: ProviderRequest): HopRow[] {
  const points = pointsOf(request);
  const sets = points.map((point) => headerLines(request.headerSets[point] ?? []));
  const keys = new Set(sets.flatMap((set) => [...set.keys()]));
  return [...keys].map((key) => {
    const lines = sets.map((set) => set.get(key) ?? null);
    const name = lines.findLast((each) => each !== null)?.names[0] ?? key;
    const cells = points.map((point, index) => ({
      point,
      lines: lines[index] ?? null,
      change:
        index === 0
          ? firstChange(lines[0] ?? null)
          : hopChange(lines[index - 1] ?? null, lines[index] ?? null),
    }));
    return { key, name, cells };
  });
}

/** @returns what became of a header from one point to the next; null stands for a header that is not there */
export function hopChange(before: HeaderLines | null, after: HeaderLines | null): HopChange {
  if (before === null) return after === null ? "absent" : "added";
  if (after === null) return "missing";
  if (!sameValues(before, after)) return "changed";
  return before.names.every((name, index) => name === after.names[index]) ? "same" : "renamed";
}

function firstChange(lines: HeaderLines | null): HopChange {
  return lines === null ? "absent" : "same";
}
