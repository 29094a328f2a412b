// How does the header lab carry out its runs, a few at a time?
import type { PlannedCell } from "@/lib/run/header-check/check-cell";
import { checkVerdict } from "@/lib/run/header-check/check-verdict";
import { type LabResult, labStore, setResult } from "./lab-results";
import { runToEnd } from "./run-to-end";
import { startRun } from "./start-run";
import { stopRun } from "./stop-run";

/** A browser keeps six connections to one server, and each run takes one until its end. */
const mostAtOnce = 4;

type Job = {
  readonly cell: PlannedCell;
  /** A run that is there already: it is followed, not started. */
  readonly runId: string | null;
  /** What stood there before, for a job that never begins. */
  readonly before: LabResult | null;
};

let waiting: Job[] = [];
let active = 0;
/** How often Stop was pressed: a run that was on its way to the server then is stopped once it is there. */
let stops = 0;

/** Runs these cells, and forgets what they said before. Cells that are under way are left to it. */
export function runCells(cells: readonly PlannedCell[]): void {
  labStore.setState({ problem: null });
  enqueue(cells.map((cell) => ({ cell, runId: null, before: labStore.getState().results[cell.id] ?? null })));
}

/** Reads what cells said that were run before this page was loaded, as far as their runs still exist. */
export function restoreCells(cells: readonly PlannedCell[]): void {
  const { results, runIds } = labStore.getState();
  const stored = cells.flatMap((cell) => {
    const runId = runIds[cell.id];
    return runId === undefined || results[cell.id] !== undefined ? [] : [{ cell, runId, before: null }];
  });
  enqueue(stored);
}

/** Starts nothing more, and stops what is under way. */
export async function stopLab(): Promise<void> {
  stops += 1;
  dropWaiting();
  const running = Object.values(labStore.getState().results).flatMap((result) =>
    result.status === "running" ? [result.runId] : [],
  );
  const problems = await Promise.all(running.map((runId) => stopRun(runId)));
  const problem = problems.find((each) => each !== null);
  if (problem !== undefined) labStore.setState({ problem: problem.message });
}

function enqueue(jobs: readonly Job[]): void {
  const fresh = jobs.filter(({ cell }) => !isUnderWay(labStore.getState().results[cell.id]));
  if (fresh.length === 0) return;
  const { results, batch } = labStore.getState();
  const asked = Object.fromEntries(
    fresh.map(({ cell, runId }): [string, LabResult] => [
      cell.id,
      runId === null ? { status: "waiting" } : { status: "running", runId },
    ]),
  );
  labStore.setState({
    results: { ...results, ...asked },
    batch: { total: (batch?.total ?? 0) + fresh.length, done: batch?.done ?? 0 },
  });
  waiting.push(...fresh);
  pump();
}

function isUnderWay(result: LabResult | undefined): boolean {
  return result?.status === "waiting" || result?.status === "starting" || result?.status === "running";
}

function pump(): void {
  while (active < mostAtOnce) {
    const job = waiting.shift();
    if (job === undefined) break;
    active += 1;
    void carryOut(job).then((result) => {
      active -= 1;
      setResult(job.cell.id, result);
      labStore.setState(({ batch }) => ({ batch: batch && { ...batch, done: batch.done + 1 } }));
      pump();
    });
  }
  if (active === 0 && waiting.length === 0) labStore.setState({ batch: null });
}

async function carryOut({ cell, runId }: Job): Promise<LabResult | null> {
  if (runId !== null) return resultOf(cell, runId);
  setResult(cell.id, { status: "starting" });
  const stopsBefore = stops;
  const started = await startRun(cell.request);
  if (!started.ok) {
    if (started.error.code === "unreachable") giveUp(started.error.message);
    return { status: "refused", message: started.error.message };
  }
  setResult(cell.id, { status: "running", runId: started.runId });
  if (stops !== stopsBefore) void stopRun(started.runId);
  return resultOf(cell, started.runId);
}

async function resultOf(cell: PlannedCell, runId: string): Promise<LabResult | null> {
  const ended = await runToEnd(runId);
  if (ended.status === "not-found") return null;
  if (ended.status === "unreadable") return { status: "unreadable", runId, message: ended.message };
  const verdict = checkVerdict(cell, ended.run);
  if (ended.run.end?.outcome === "stopped" || verdict === null) return { status: "stopped", runId };
  return { status: "ended", runId, verdict };
}

/** Without a server the other runs would fail one by one. */
function giveUp(problem: string): void {
  dropWaiting();
  labStore.setState({ problem });
}

function dropWaiting(): void {
  const dropped = waiting;
  waiting = [];
  for (const { cell, runId, before } of dropped) {
    const untold: LabResult = { status: "stopped", runId };
    setResult(cell.id, before ?? untold);
  }
  labStore.setState(({ batch }) => ({ batch: batch && { ...batch, total: batch.total - dropped.length } }));
}
