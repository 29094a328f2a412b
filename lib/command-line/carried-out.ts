// What came of each cell of a header check?
import type { RunRequest } from "@/lib/protocol/run-request";
import type { CheckCell, PlannedCell } from "@/lib/run/header-check/check-cell";
import { type CheckVerdict, checkVerdict } from "@/lib/run/header-check/check-verdict";
import { createMachine, startRun } from "@/lib/server/machine";
import { foldedRun } from "@/lib/server/run/describe-runs";
import type { EmbeddedEndpoints } from "./embedded-endpoints";

export type CheckedCell = {
  readonly cell: CheckCell;
  /** Null for a cell that is not applicable, and for one that was not carried out any more. */
  readonly verdict: CheckVerdict | null;
  /** Milliseconds. */
  readonly durationMs: number;
};

export type CarryOut = {
  readonly cells: readonly CheckCell[];
  /** Where the logs of the runs are kept meanwhile. */
  readonly folder: string;
  readonly endpoints: EmbeddedEndpoints;
  /** How many runs go on at the same time. */
  readonly atOnce: number;
  readonly onProgress: (done: number, all: number) => void;
};

/**
 * The first run goes ahead: where the endpoint cannot be reached, there is no point in asking it again for each cell.
 *
 * @returns one entry a cell, in the order of the plan
 * @throws FieldError where a run cannot be carried out as it is asked for
 */
export async function carriedOut({
  cells,
  folder,
  endpoints,
  atOnce,
  onProgress,
}: CarryOut): Promise<CheckedCell[]> {
  const machine = createMachine({ dataDir: folder, databaseURL: undefined });
  const planned = cells.filter((cell): cell is PlannedCell => cell.status === "planned");
  const done = new Map<string, CheckedCell>();

  const carryOut = async (cell: PlannedCell) => {
    const startedAt = performance.now();
    const simulatorURL = (runId: string) => endpoints.simulatorURL(runId, cell.request as RunRequest);
    const runId = await startRun(machine, cell.request, null, {
      simulatorURL,
      recordedURL: noRecord,
      openGateway: endpoints.openGateway,
    });
    await machine.live.get(runId)?.done;
    const run = await foldedRun(machine, runId);
    const verdict = run === null ? null : checkVerdict(cell, run);
    done.set(cell.id, { cell, verdict, durationMs: performance.now() - startedAt });
    onProgress(done.size, planned.length);
    return verdict;
  };

  const [first, ...waiting] = planned;
  if (first !== undefined) {
    const verdict = await carryOut(first);
    if (verdict !== null && !isUnreachable(verdict)) {
      const worker = async () => {
        for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) await carryOut(cell);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    }
  }
  return cells.map((cell) => done.get(cell.id) ?? { cell, verdict: null, durationMs: 0 });
}

/** No request was answered. */
export function isUnreachable({ error }: CheckVerdict): boolean {
  return error?.code === "provider-unreachable" || error?.code === "idle-timeout";
}

function noRecord(): never {
  throw new Error("no cell of a header check is answered by recorded replies");
}
