// Where does the log of a run live after its events were shown?

/** Appends to one run's log. A line is the JSON of one event, without a line break. */
export type RunLogWriter = {
  /** Returns once the lines are stored: only then may they be shown. */
  readonly append: (lines: readonly string[]) => void;
  readonly close: () => void;
};

/** An append-only log per run. Implementations share one contract test. */
export type RunStore = {
  /** @throws where the run exists already, or nothing can be written */
  readonly create: (runId: string) => RunLogWriter;
  /** Opens an existing log for more lines; a torn last line (a crash in mid-write) is dropped first. */
  readonly reopen: (runId: string) => RunLogWriter;
  /** @returns the lines of a log in order, without a torn last one; null where there is no such run */
  readonly read: (runId: string) => Promise<string[] | null>;
  /** @returns run ids, newest first */
  readonly list: () => Promise<string[]>;
  /** @returns false where there was no such run */
  readonly remove: (runId: string) => Promise<boolean>;
};
