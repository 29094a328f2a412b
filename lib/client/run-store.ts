// Which run is on screen, and how do its events get there without jank?
import { createStore } from "zustand/vanilla";
import type { RunEvent } from "@/lib/protocol/run-event";
import { reduceRun } from "@/lib/run/reduce-run";
import type { Run } from "@/lib/run/run";
import { countUntil, createRunSnapshots } from "@/lib/run/run-snapshots";
import { unloadable } from "./event-listener";
import { nextFrame } from "./next-frame";
import { noRun, type RunState } from "./run-state";

/** A frame's time: a long log folds over several frames and the page stays responsive in between. */
const foldBudgetMs = 16;
/** While more than these arrive in a frame the page catches up: drawing each step would take longer than all of them. */
const manyEvents = 256;
/** How often the page is drawn meanwhile, in milliseconds. */
const catchingUpMs = 200;

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
  const folding = startFolding();

  const foldFrame = () => {
    waiting = folding.fold(waiting);
    folding.show(waiting.length);
    cancelFrame = waiting.length > 0 || folding.isAhead() ? nextFrame(foldFrame) : null;
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

/** Folds events ahead of what is on screen, which is changed less often while many arrive. */
function startFolding() {
  let run = noRun.whole;
  let clockOffset = noRun.clockOffset;
  /** Folded, but not on screen. */
  let ahead: RunEvent[] = [];
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    isAhead: () => ahead.length > 0,
    /** Takes what there is time for in this frame. @returns what has to wait */
    fold: (waiting: readonly RunEvent[]): RunEvent[] => {
      const deadline = performance.now() + foldBudgetMs;
      let taken = 0;
      for (const event of waiting) {
        taken += 1;
        if (event.seq <= run.lastSeq) continue;
        run = reduceRun(run, event);
        snapshots.note(run);
        ahead.push(event);
        // The least delayed event is the best witness of the server's clock.
        clockOffset = Math.max(clockOffset ?? Number.NEGATIVE_INFINITY, event.at - performance.now());
        if (performance.now() > deadline) break;
      }
      return waiting.slice(taken);
    },
    /** Puts what was folded into the store, in one change: at once, or now and then while the page catches up. */
    show: (waiting: number) => {
      const behind = waiting + ahead.length > manyEvents;
      const now = performance.now();
      if (ahead.length === 0 || (behind && now - shownAt < catchingUpMs)) return;
      const state = runStore.getState();
      const log = state.log.concat(ahead);
      ahead = [];
      shownAt = now;
      runStore.setState({ clockOffset, whole: run, log, ...partShown(run, log, state.moment) });
    },
  };
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
  runStore.setState({ moment: at, ...partShown(whole, log, at) });
}

/** Live and past moments enter by the same door: the reducer over the events until then. */
function partShown(
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
