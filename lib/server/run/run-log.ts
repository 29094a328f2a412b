// How does an event get its number and its time, and when may it be seen?

import type { RunEventBody } from "@/lib/protocol/run-event";
import type { RunLogWriter } from "../store/run-store";
import type { RunLines } from "./run-lines";

export type RunLog = RunLines & {
  readonly event: (event: RunEventBody) => void;
  /** Provider events that arrived together, as their own JSON text, which goes into the log as it is. */
  readonly chunk: (requestId: string, eventTexts: readonly string[]) => void;
  /** Resolves when run-end and all before it are stored, or the store refused them. */
  readonly settled: Promise<void>;
  /** False once the store refused lines: what is shown is more than what is stored then, at least for a time. */
  readonly isStored: () => boolean;
};

export type RunLogOptions = {
  /** Milliseconds since the run began, monotonic. */
  readonly clock: () => number;
  /** Takes secrets out of a line before it is kept anywhere. */
  readonly redactLine: (line: string) => string;
  /**
   * Told when the store refuses; lines stay invisible until it takes them, but for the last ones of a run, which are shown
   * all the same so that its readers learn why it ended.
   */
  readonly onWriteFailure: (cause: unknown) => void;
  /** Told once, when the log has grown beyond `mostBytes`; what ends the run is written all the same. */
  readonly onOutgrown: () => void;
  readonly mostBytes: number;
};

/**
 * Written, then shown: lines are collected for the rest of the tick, or while the store is busy with those before them,
 * stored in one append, and only then visible to readers. A chunk becomes a line by joining texts; it is neither parsed
 * nor serialised again.
 */
export function createRunLog(
  writer: RunLogWriter,
  { clock, redactLine, onWriteFailure, onOutgrown, mostBytes }: RunLogOptions,
): RunLog {
  const lines: string[] = [];
  /** Not shown yet; those the store is busy with stand first. */
  const pending: string[] = [];
  let scheduled = false;
  let storing = false;
  let ended = false;
  let everRefused = false;
  /** Counted in characters: what is beyond ASCII takes more bytes. */
  let size = 0;
  let waiting: (() => void)[] = [];
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const show = (count: number): void => {
    for (const line of pending.splice(0, count)) lines.push(line);
    const readers = waiting;
    waiting = [];
    for (const wake of readers) wake();
    if (!ended) return;
    if (pending.length > 0) flush();
    else void closed(writer).then(settle);
  };
  const refused = (cause: unknown, count: number) => {
    everRefused = true;
    onWriteFailure(cause);
    if (ended) show(count);
  };
  const flush = (): void => {
    scheduled = false;
    const count = pending.length;
    if (storing || count === 0) return;
    try {
      const stored = writer.append(pending.slice(0, count));
      if (stored === undefined) {
        show(count);
        return;
      }
      storing = true;
      stored.then(
        () => {
          storing = false;
          show(count);
          schedule();
        },
        (cause: unknown) => {
          storing = false;
          refused(cause, count);
        },
      );
    } catch (cause) {
      refused(cause, count);
    }
  };
  const schedule = () => {
    if (scheduled || pending.length === 0) return;
    scheduled = true;
    setImmediate(flush);
  };

  const add = (head: string, rest: string) => {
    if (ended) return;
    const seq = lines.length + pending.length;
    const line = redactLine(`{"seq":${seq},"at":${timeOf(clock)},${head}${rest}`);
    pending.push(line);
    schedule();
    const before = size;
    size += line.length;
    if (before <= mostBytes && size > mostBytes) onOutgrown();
  };

  return {
    event: (event) => {
      add("", JSON.stringify(event).slice(1));
      if (event.type === "run-end") {
        ended = true;
        flush();
      }
    },
    chunk: (requestId, texts) =>
      add(`"type":"response-chunk","requestId":"${requestId}","events":[`, `${texts.join(",")}]}`),
    length: () => lines.length,
    slice: (from, to) => lines.slice(from, to),
    ended: () => ended && pending.length === 0,
    more: (length) =>
      lines.length > length || (ended && pending.length === 0)
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push(resolve)),
    settled,
    isStored: () => !everRefused,
  };
}

/** The run is over and its readers have gone on: what closing fails at is for the log of the server. */
async function closed(writer: RunLogWriter): Promise<void> {
  try {
    await writer.close();
  } catch (cause) {
    console.error("The log of a run could not be closed:", kindOf(cause));
  }
}

/** What the system calls it (ENOSPC), never the text: there may be a path or an address with a password in it. */
function kindOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}

/** Microseconds are enough to order what a person looks at. */
function timeOf(clock: () => number): number {
  return Math.round(clock() * 1_000) / 1_000;
}
