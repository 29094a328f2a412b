// How do frames leave one after the other at the pace of a model, and stop at once when the reader goes?

import type { Pace } from "../script/script";
import { pause } from "./pause";

export type StreamEnd =
  | { readonly kind: "close" }
  /** The connection breaks off. */
  | { readonly kind: "reset" };

export type TimedText = {
  readonly text: string;
  /** Milliseconds after the first frame at which this one is due. */
  readonly dueMs: number;
};

/** Shortest time between two writes: a finer pace than a screen shows only costs events. */
const tickMs = 16;
const maxJoinedLength = 256 * 1024;

/**
 * A body that gives each text when it is due. Whatever is due together leaves in one chunk; with a pace of 0 that is as
 * much as the reader takes. Ends at once, with its timer, when the reader cancels or `signal` aborts.
 *
 * @param onEnd hears once whether all texts have left
 */
export function pacedStream(
  texts: readonly TimedText[],
  end: StreamEnd,
  signal?: AbortSignal,
  onEnd?: (isWhole: boolean) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const stop = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal]);
  let next = 0;
  if (stop.aborted) onEnd?.(false);
  else if (onEnd !== undefined)
    stop.addEventListener("abort", () => next < texts.length && onEnd(false), { once: true });
  let startedAt: number | undefined;

  function takeDue(elapsedMs: number): string {
    const taken: string[] = [];
    let length = 0;
    for (let text = texts[next]; text !== undefined && text.dueMs <= elapsedMs; text = texts[next]) {
      taken.push(text.text);
      length += text.text.length;
      next += 1;
      if (length >= maxJoinedLength) break;
    }
    return taken.join("");
  }

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      startedAt ??= performance.now();
      // A pull that gives nothing is never followed by another, so it lasts until something is due.
      for (let joined = ""; joined === "" && next < texts.length; ) {
        const waitMs = (texts[next]?.dueMs ?? 0) - (performance.now() - startedAt);
        if (waitMs > 0) await pause(Math.max(waitMs, tickMs), stop);
        if (stop.aborted) return closeQuietly(controller);
        joined = takeDue(performance.now() - startedAt);
        if (joined !== "") controller.enqueue(encoder.encode(joined));
      }
      if (next < texts.length) return;
      onEnd?.(end.kind === "close");
      if (end.kind === "reset")
        controller.error(new TypeError("The simulator broke off the connection, as ordered"));
      else controller.close();
    },
    cancel() {
      gone.abort();
    },
  });
}

function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch (error) {
    // Closing a stream that its reader has already cancelled is the one thing that may go wrong here.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** Whether a rate means as fast as the reader reads. */
export function isInstant(tokensPerSecond: Pace["tokensPerSecond"]): boolean {
  return tokensPerSecond <= 0 || tokensPerSecond === Number.POSITIVE_INFINITY;
}

/** When each frame is due at so many tokens per second; 0 or Infinity is at once, and then frames are joined. */
export function dueTimes(
  frames: readonly { text: string; tokens: number }[],
  tokensPerSecond: Pace["tokensPerSecond"],
): TimedText[] {
  if (isInstant(tokensPerSecond)) return joined(frames);
  const msPerToken = 1000 / tokensPerSecond;
  let tokens = 0;
  return frames.map((frame) => {
    tokens += frame.tokens;
    return { text: frame.text, dueMs: tokens * msPerToken };
  });
}

function joined(frames: readonly { text: string }[]): TimedText[] {
  const texts: TimedText[] = [];
  let text = "";
  for (const frame of frames) {
    text += frame.text;
    if (text.length < maxJoinedLength) continue;
    texts.push({ text, dueMs: 0 });
    text = "";
  }
  if (text !== "") texts.push({ text, dueMs: 0 });
  return texts;
}
