// How does a reader get the events of a run as they come, and again after a break?
import { setTimeout as wait } from "node:timers/promises";
import { endSignal, sseComment, sseSignal } from "@/lib/protocol/sse-text";
import { eventBatch } from "./event-batches";
import type { RunLines } from "./run-lines";

/** A byte at least every 15 s, counted at the reader's end. */
const heartbeatMs = 14_000;
/** Another server may be this much ahead of what this one has read of its log, in milliseconds. */
const catchUpMs = 2_000;

/**
 * Server-sent events, pulled from the log at the reader's own pace: a slow reader waits, and costs no memory.
 *
 * @param after the seq of the last event the reader has, -1 for none; one that the run does not have gets the whole log
 * @returns the rest of the log, then a signal that nothing follows; comments keep a silent connection alive
 */
export function eventStream(lines: RunLines, after: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = after + 1;
  let gone = false;
  let wake: (why: "more" | "beat" | "gone") => void = () => undefined;
  /** Kept over heartbeats: each asking leaves something behind until the next line comes. */
  let asked = false;
  const waiting = async () => {
    if (!asked)
      void lines.more(next).then(() => {
        asked = false;
        wake("more");
      });
    asked = true;
    const woken = new Promise<"more" | "beat" | "gone">((resolve) => {
      wake = resolve;
    });
    const heartbeat = setTimeout(() => wake("beat"), heartbeatMs);
    const why = await woken;
    clearTimeout(heartbeat);
    return why;
  };
  return new ReadableStream({
    start: async (controller) => {
      controller.enqueue(encoder.encode(sseComment("open")));
      if (!(await reaches(lines, next))) next = 0;
    },
    pull: async (controller) => {
      while (!gone) {
        const batch = eventBatch(lines, next);
        if (batch !== null) {
          next = batch.next;
          controller.enqueue(batch.bytes);
          return;
        }
        if (lines.ended() && next >= lines.length()) {
          controller.enqueue(encoder.encode(sseSignal(endSignal, "{}")));
          controller.close();
          return;
        }
        if ((await waiting()) === "beat") {
          controller.enqueue(encoder.encode(sseComment("still running")));
          return;
        }
      }
    },
    cancel: () => {
      gone = true;
      wake("gone");
    },
  });
}

/** @returns false where the log does not have this many lines, and does not get them in a moment */
async function reaches(lines: RunLines, count: number): Promise<boolean> {
  const giveUp = new AbortController();
  const late = wait(catchUpMs, "late", { signal: giveUp.signal }).catch(() => "late");
  while (lines.length() < count && !lines.ended()) {
    if ((await Promise.race([lines.more(lines.length()), late])) === "late") break;
  }
  giveUp.abort();
  return lines.length() >= count;
}
