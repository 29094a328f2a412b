// What time is it in the run, on the server's clock?
import { runStore } from "./run-store";

const listeners = new Set<() => void>();
let now = 0;
let frame = 0;

/** @returns milliseconds since the run began: estimated per animation frame while it goes on, else its last
 * event's time or the moment that is shown */
export function readRunClock(): number {
  if (isTicking()) return now;
  const { moment, run } = runStore.getState();
  return moment ?? run.lastAt;
}

/** Tells the listener of every frame while the run goes on, and of every change of the run. @returns stops telling */
export function subscribeRunClock(listener: () => void): () => void {
  listeners.add(listener);
  const stopWatching = runStore.subscribe(() => {
    wake();
    listener();
  });
  wake();
  return () => {
    listeners.delete(listener);
    stopWatching();
    if (listeners.size > 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
  };
}

function isTicking(): boolean {
  const { run, connection, clockOffset, moment } = runStore.getState();
  if (moment !== null) return false;
  return clockOffset !== null && run.end === null && connection !== "ended" && connection !== "not-found";
}

function tick(): void {
  const { run, clockOffset } = runStore.getState();
  now = Math.max(run.lastAt, performance.now() + (clockOffset ?? 0));
  frame = isTicking() ? requestAnimationFrame(tick) : 0;
  for (const listener of listeners) listener();
}

function wake(): void {
  if (frame === 0 && isTicking()) tick();
}
