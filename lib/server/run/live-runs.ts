// Which runs are going on in this process?
import type { RunningRun } from "./execute-run";

/** How long the lines of a finished run stay in memory, for readers that are still catching up. */
const keptMs = 30_000;

export type LiveRuns = {
  readonly add: (runId: string, run: RunningRun) => void;
  readonly get: (runId: string) => RunningRun | undefined;
  /** Those that go on, and those that ended a moment ago. */
  readonly all: () => RunningRun[];
  readonly remove: (runId: string) => void;
};

export function createLiveRuns(): LiveRuns {
  const runs = new Map<string, RunningRun>();
  return {
    add: (runId, run) => {
      runs.set(runId, run);
      void run.done.then(() => setTimeout(() => runs.delete(runId), keptMs).unref());
    },
    get: (runId) => runs.get(runId),
    all: () => [...runs.values()],
    remove: (runId) => void runs.delete(runId),
  };
}
