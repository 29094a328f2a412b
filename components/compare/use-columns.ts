// Which runs stand in which column, and which one are the others compared with?
import { type ComparedRun, useComparedRuns } from "@/lib/client/compared-runs";
import { useUrlParam } from "@/lib/client/use-url-param";
import type { ComparedRuns } from "@/lib/run/compare-turns";

export type Columns = {
  readonly ids: readonly string[];
  readonly loads: readonly ComparedRun[];
  /** The runs that can be shown; null for a column that cannot. */
  readonly runs: ComparedRuns;
  readonly baseline: number;
  readonly setBaseline: (id: string) => void;
};

/** @returns the columns of the comparison; where the address names no baseline that can be shown, the first run is it */
export function useColumns(ids: readonly string[]): Columns {
  const loads = useComparedRuns(ids);
  const [chosen, setBaseline] = useUrlParam("baseline", "");
  const runs = loads.map((load) => (load.status === "ready" ? load.run : null));
  const wanted = ids.indexOf(chosen);
  const first = runs.findIndex((run) => run !== null);
  const baseline = runs[wanted] == null ? Math.max(first, 0) : wanted;
  return { ids, loads, runs, baseline, setBaseline };
}
