// How do many readers share the log of one run that is not carried out here?
import { isRunEnd } from "../store/run-end-line";
import type { RunStore } from "../store/run-store";
import { followLines } from "./followed-lines";
import { type RunLines, storedLines } from "./run-lines";

export type LogReader = {
  /** @returns the log as far as it is stored, followed where it goes on elsewhere; null where there is no such run */
  readonly lines: (runId: string) => Promise<RunLines | null>;
  /** True for a stored log without an end. */
  readonly isOpen: (runId: string) => Promise<boolean>;
  readonly forget: (runId: string) => void;
};

/** Fifty readers of a 20 MB log hold it once: it stays in memory as long as one of them does. */
export function createLogReader(store: Pick<RunStore, "read" | "watch" | "shared">): LogReader {
  const known = new Map<string, WeakRef<RunLines>>();
  const reading = new Map<string, Promise<RunLines | null>>();
  const gone = new FinalizationRegistry<string>((runId) => {
    if (known.get(runId)?.deref() === undefined) known.delete(runId);
  });

  const read = async (runId: string): Promise<RunLines | null> => {
    const stored = await store.read(runId);
    if (stored === null) return null;
    const goesOn = store.shared && !isRunEnd(stored.at(-1));
    const lines = goesOn ? followLines(store, runId, stored) : storedLines(stored);
    known.set(runId, new WeakRef(lines));
    gone.register(lines, runId);
    return lines;
  };
  const lines = (runId: string): Promise<RunLines | null> => {
    const before = known.get(runId)?.deref();
    if (before !== undefined) return Promise.resolve(before);
    const now = reading.get(runId) ?? read(runId).finally(() => reading.delete(runId));
    reading.set(runId, now);
    return now;
  };
  return {
    lines,
    isOpen: async (runId) => {
      const log = await lines(runId);
      const last = log === null ? undefined : log.slice(log.length() - 1, log.length())[0];
      const open = log !== null && !isRunEnd(last);
      // What was stored without an end may get one: it is not to be remembered as it is.
      if (open && !store.shared) known.delete(runId);
      return open;
    },
    forget: (runId) => known.delete(runId),
  };
}
