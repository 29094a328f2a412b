// How do many readers of one log share what is sent to them?
import { sseEvent } from "@/lib/protocol/sse-text";
import type { RunLines } from "./run-lines";

/** Lines that go out in one network write; `next` is the seq of the first line behind them. */
export type EventBatch = { readonly bytes: Uint8Array; readonly next: number };

/** Lines handed over at once: enough to make one network write of them, few enough to keep a slow reader cheap. */
const mostLines = 512;
/** The same in characters: a line may hold a whole network chunk, or a body. */
const mostLength = 64_000;
/** Readers who keep up ask for the same batch within a moment; others have theirs made anew. */
const mostKept = 16;

const kept = new WeakMap<RunLines, Map<number, EventBatch>>();
const encoder = new TextEncoder();

/** @returns the lines from this seq on, as far as they go out at once; null where there is none yet */
export function eventBatch(lines: RunLines, from: number): EventBatch | null {
  const batches = kept.get(lines) ?? new Map<number, EventBatch>();
  kept.set(lines, batches);
  const known = batches.get(from);
  if (known !== undefined) return known;
  let text = "";
  let next = from;
  for (const line of lines.slice(from, from + mostLines)) {
    text += sseEvent(next, line);
    next += 1;
    if (text.length >= mostLength) break;
  }
  if (next === from) return null;
  const batch = { bytes: encoder.encode(text), next };
  batches.set(from, batch);
  const [oldest] = batches.keys();
  if (batches.size > mostKept && oldest !== undefined) batches.delete(oldest);
  return batch;
}
