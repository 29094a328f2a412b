// Which run is on screen, and how do its events get there without jank?
import { createStore } from "zustand/vanilla";
import type { RunEvent } from "@/lib/protocol/run-event";
import { reduceRun } from "@/lib/run/reduce-run";
import type { Run } from "@/lib/run/run";
import { countUntil, createRunSnapshots } from "@/lib/run/run-snapshots";
import { unloadable } from "./event-listener";
import { nextFrame } from "./next-frame";
import { noRun, type RunState } from "./run-state";

/** Half a frame's time: a long log folds over several frames and the page stays responsive in between. */
const foldBudgetMs = 16;

export const runStore = createStore<RunState>(() => noRun);

/** Of the run on screen: what makes any moment of it cheap. */
let snapshots = createRunSnapshots();

/**
 * Shows a run: empties the store, then follows the run's events until it ends or another is opened.
 *
 * @param runId null shows none
 * @param moment shows the run as it stood so many milliseconds after it began; null for the newest there is
 * @returns stops following; what was folded stays on screen
 */
export function openRun(runId: string | null, moment: number | null = null): () => void {
  snapshots = createRunSnapshots();
  const connection = runId === null ? "idle" : "connecting";
  runStore.setState({ ...noRun, runId, moment, connection }, true);
  if (runId === null) return () => undefined;

  let waiting: RunEvent[] = [];
  let cancelFrame: (() => void) | null = null;

  const foldFrame = () => {
    cancelFrame = null;
    const rest = foldWaiting(waiting);
    waiting = rest;
    if (rest.length > 0) cancelFrame = nextFrame(foldFrame);
  };

  let close: (() => void) | null = null;
  let left = false;
  const problem = (text: string) => runStore.setState({ problem: text });
  // What follows a run comes with the first one, not with the first page.
  import("./follow-events").then(
    ({ followEvents }) => {
      if (left) return;
      close = followEvents(runId, {
        event: (event) => {
          waiting.push(event);
          cancelFrame ??= nextFrame(foldFrame);
        },
        connection: (connection) => runStore.setState({ connection }),
        problem,
      });
    },
    (cause) => left || problem(unloadable(cause)),
  );

  return () => {
    left = true;
    close?.();
    cancelFrame?.();
  };
}

/** Folds what there is time for in this frame into the store, in one change. @returns what has to wait */
function foldWaiting(waiting: readonly RunEvent[]): RunEvent[] {
  const state = runStore.getState();
  const deadline = performance.now() + foldBudgetMs;
  const folded: RunEvent[] = [];
  let run = state.whole;
  let clockOffset = state.clockOffset;
  let taken = 0;
  for (const event of waiting) {
    taken += 1;
    if (event.seq <= run.lastSeq) continue;
    run = reduceRun(run, event);
    snapshots.note(run);
    folded.push(event);
    // The least delayed event is the best witness of the server's clock.
    clockOffset = Math.max(clockOffset ?? Number.NEGATIVE_INFINITY, event.at - performance.now());
    if (performance.now() > deadline) break;
  }
  if (folded.length > 0) {
    const log = state.log.concat(folded);
    runStore.setState({ clockOffset, whole: run, log, ...shownAt(run, log, state.moment) });
  }
  return waiting.slice(taken);
}

/**
 * Shows the run as it stood at a moment; what goes on arrives all the same.
 *
 * @param moment milliseconds since the run began; null, and any time after a run's end, for the newest there is
 */
export function showMoment(moment: number | null): void {
  const { whole, log } = runStore.getState();
  const isOver = moment !== null && whole.end !== null && moment >= whole.lastAt;
  const at = isOver || moment === null ? null : Math.max(0, moment);
  runStore.setState({ moment: at, ...shownAt(whole, log, at) });
}

/** Live and past moments enter by the same door: the reducer over the events until then. */
function shownAt(
  whole: Run,
  log: readonly RunEvent[],
  moment: number | null,
): Pick<RunState, "run" | "events"> {
  if (moment === null) return { run: whole, events: log };
  const count = countUntil(log, moment);
  const { events } = runStore.getState();
  // The list on screen stays the same while nothing happens.
  const same = events.length === count && events[count - 1] === log[count - 1];
  return { run: snapshots.after(log, count), events: same ? events : log.slice(0, count) };
}
