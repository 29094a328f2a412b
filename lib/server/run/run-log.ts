// How does an event get its number and its time, and when may it be seen?
import type { RunEventBody } from "@/lib/protocol/run-event";
import type { RunLogWriter } from "../store/run-store";
import type { RunLines } from "./run-lines";

export type RunLog = RunLines & {
  readonly event: (event: RunEventBody) => void;
  /** Provider events that arrived together, as their own JSON text, which goes into the log as it is. */
  readonly chunk: (requestId: string, eventTexts: readonly string[]) => void;
};

/**
 * Written, then shown: lines are collected for the rest of the tick, stored in one append, and only then visible to
 * readers. A chunk becomes a line by joining texts; it is neither parsed nor serialised again.
 *
 * @param clock milliseconds since the run began, monotonic
 * @param redactLine takes secrets out of a line before it is kept anywhere
 * @param onWriteFailure told when the store refuses; lines stay invisible until it takes them, but for the last ones of
 * a run, which are shown all the same so that its readers learn why it ended
 */
export function createRunLog(
  writer: RunLogWriter,
  clock: () => number,
  redactLine: (line: string) => string,
  onWriteFailure: (cause: unknown) => void,
): RunLog {
  const lines: string[] = [];
  let pending: string[] = [];
  let scheduled = false;
  let ended = false;
  let waiting: (() => void)[] = [];

  const flush = () => {
    scheduled = false;
    if (pending.length === 0) return;
    const group = pending;
    try {
      writer.append(group);
    } catch (cause) {
      onWriteFailure(cause);
      if (!ended) return;
    }
    pending = [];
    for (const line of group) lines.push(line);
    if (ended) writer.close();
    const readers = waiting;
    waiting = [];
    for (const wake of readers) wake();
  };

  const add = (head: string, rest: string) => {
    if (ended) return;
    if (!scheduled) {
      scheduled = true;
      setImmediate(flush);
    }
    const seq = lines.length + pending.length;
    pending.push(redactLine(`{"seq":${seq},"at":${timeOf(clock)},${head}${rest}`));
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
      lines.length > length || ended ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}

/** Microseconds are enough to order what a person looks at. */
function timeOf(clock: () => number): number {
  return Math.round(clock() * 1_000) / 1_000;
}
