// How is a run followed that another server carries out?
import { isRunEnd } from "../store/run-end-line";
import type { RunStore } from "../store/run-store";
import type { RunLines } from "./run-lines";

/** Asked for again after this time, should word of new lines have been lost, in milliseconds. */
const againMs = 5_000;

/**
 * Follows a log until it ends.
 *
 * @param lines what the store has of it so far; grows by what is read later
 */
export function followLines(
  store: Pick<RunStore, "read" | "watch">,
  runId: string,
  lines: string[],
): RunLines {
  let waiting: (() => void)[] = [];
  let reading = false;
  let asked = false;
  let gone = false;
  const ended = () => gone || isRunEnd(lines.at(-1));
  const read = async () => {
    asked = true;
    if (reading || ended()) return;
    reading = true;
    while (asked && !ended()) {
      asked = false;
      const more = await store.read(runId, lines.length).catch(() => []);
      // Removed meanwhile: nothing will follow.
      if (more === null) gone = true;
      else for (const line of more) lines.push(line);
      if (more === null || more.length > 0) wakeAll();
    }
    reading = false;
    if (ended()) close();
  };
  const wakeAll = () => {
    const readers = waiting;
    waiting = [];
    for (const wake of readers) wake();
  };
  const stopWatching = store.watch(runId, () => void read());
  const timer = setInterval(() => void read(), againMs).unref();
  const close = () => {
    clearInterval(timer);
    stopWatching();
  };
  void read();
  return {
    length: () => lines.length,
    slice: (from, to) => lines.slice(from, to),
    ended,
    more: (length) =>
      lines.length > length || ended() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
