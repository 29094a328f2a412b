// How does a reader follow a log, whether the run goes on or ended long ago?

/** The lines of one run's log, one JSON event each; the line at index n is the event with seq n. */
export type RunLines = {
  readonly length: () => number;
  readonly slice: (from: number, to: number) => readonly string[];
  /** True once the last line, run-end, is there. */
  readonly ended: () => boolean;
  /** Resolves when there are more lines than `length` said, or the log has ended. */
  readonly more: (length: number) => Promise<void>;
};

/** @returns the lines of a finished log */
export function storedLines(lines: readonly string[]): RunLines {
  return {
    length: () => lines.length,
    slice: (from, to) => lines.slice(from, to),
    ended: () => true,
    more: () => Promise.resolve(),
  };
}
