// Which run is on screen, and how do its events get there without jank?
import { createStore } from "zustand/vanilla";
import type { RunEvent } from "@/lib/protocol/run-event";
import { reduceRun } from "@/lib/run/reduce-run";
import { openEventSource } from "./event-source";
import { nextFrame } from "./next-frame";
import { noRun, type RunState } from "./run-state";

/** Half a frame's time: a long log folds over several frames and the page stays responsive in between. */
const foldBudgetMs = 16;

export const runStore = createStore<RunState>(() => noRun);

/**
 * Shows a run: empties the store, then follows the run's events until it ends or another is opened.
 *
 * @param runId null shows none
 * @returns stops following; what was folded stays on screen
 */
export function openRun(runId: string | null): () => void {
  runStore.setState({ ...noRun, runId, connection: runId === null ? "idle" : "connecting" }, true);
  if (runId === null) return () => undefined;

  let waiting: RunEvent[] = [];
  let cancelFrame: (() => void) | null = null;

  const foldFrame = () => {
    cancelFrame = null;
    const rest = foldWaiting(waiting);
    waiting = rest;
    if (rest.length > 0) cancelFrame = nextFrame(foldFrame);
  };

  const close = openEventSource(runId, {
    event: (event) => {
      waiting.push(event);
      cancelFrame ??= nextFrame(foldFrame);
    },
    connection: (connection) => runStore.setState({ connection }),
    problem: (problem) => runStore.setState({ problem }),
  });

  return () => {
    close();
    cancelFrame?.();
  };
}

/** Folds what there is time for in this frame into the store, in one change. @returns what has to wait */
function foldWaiting(waiting: readonly RunEvent[]): RunEvent[] {
  const state = runStore.getState();
  const deadline = performance.now() + foldBudgetMs;
  const folded: RunEvent[] = [];
  let run = state.run;
  let clockOffset = state.clockOffset;
  let taken = 0;
  for (const event of waiting) {
    taken += 1;
    if (event.seq <= run.lastSeq) continue;
    run = reduceRun(run, event);
    folded.push(event);
    // The least delayed event is the best witness of the server's clock.
    clockOffset = Math.max(clockOffset ?? Number.NEGATIVE_INFINITY, event.at - performance.now());
    if (performance.now() > deadline) break;
  }
  if (folded.length > 0) {
    runStore.setState({ run, clockOffset, events: state.events.concat(folded) });
  }
  return waiting.slice(taken);
}
