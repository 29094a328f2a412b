// Which values could a search name, going by the runs on screen?
import { runHistory } from "@/lib/client/run-history";
import type { RunSummary } from "@/lib/protocol/run-summary";
import type { KnownValues } from "@/lib/run/run-query-hints";

let valuesOf: { rows: readonly RunSummary[]; known: KnownValues } | null = null;

/** @returns models, engines and providers that occur; the same object until the rows change */
export function knownValues(): KnownValues {
  const { rows } = runHistory.getState();
  if (valuesOf?.rows === rows) return valuesOf.known;
  const all = (read: (run: RunSummary) => string) => [...new Set(rows.map(read))].filter(Boolean).sort();
  const known = {
    model: all((run) => run.model),
    engine: all((run) => run.engine),
    provider: all((run) => run.provider),
  };
  valuesOf = { rows, known };
  return known;
}
