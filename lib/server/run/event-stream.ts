// How does a reader get the events of a run as they come, and again after a break?
import { setTimeout as wait } from "node:timers/promises";
import { endSignal, sseComment, sseEvent, sseSignal } from "@/lib/protocol/sse-text";
import type { RunLines } from "./run-lines";

const heartbeatMs = 15_000;
/** Lines handed over at once: enough to make one network write of them, few enough to keep a slow reader cheap. */
const mostLines = 512;

/**
 * Server-sent events, pulled from the log at the reader's own pace: a slow reader waits, and costs no memory.
 *
 * @param after the seq of the last event the reader has, -1 for none
 * @returns the rest of the log, then a signal that nothing follows; comments keep a silent connection alive
 */
export function eventStream(lines: RunLines, after: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  let next = after + 1;
  const waiting = async (): Promise<string> => {
    const beat = new AbortController();
    const heartbeat = wait(heartbeatMs, "beat", { signal: AbortSignal.any([beat.signal, gone.signal]) });
    const woken = await Promise.race([lines.more(next), heartbeat.catch(() => "gone")]);
    beat.abort();
    return woken === "beat" ? sseComment("still running") : "";
  };
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(sseComment("open"))),
    pull: async (controller) => {
      let text = "";
      while (text === "" && !gone.signal.aborted) {
        const batch = lines.slice(next, next + mostLines);
        text = batch.map((line, index) => sseEvent(next + index, line)).join("");
        next += batch.length;
        if (batch.length > 0) break;
        if (lines.ended() && next >= lines.length()) {
          controller.enqueue(encoder.encode(sseSignal(endSignal, "{}")));
          controller.close();
          return;
        }
        text = await waiting();
      }
      if (!gone.signal.aborted) controller.enqueue(encoder.encode(text));
    },
    cancel: () => gone.abort(),
  });
}
