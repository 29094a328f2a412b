// How are server-sent events read with a header of our own, which the browser's EventSource cannot send?
import { createParser } from "eventsource-parser";
import { apiFetch } from "./api-fetch";
import { nextTask } from "./next-task";

/** The server writes at least a comment every 15 s: silence this long is a connection that is gone without a word. */
const silenceMs = 45_000;

/** So long may be read in one go, in milliseconds: bytes that are here already would keep the page from answering. */
const readingMs = 12;

export type StreamListener = {
  readonly open: () => void;
  /** @param name null for an event without one */
  readonly message: (data: string, name: string | null) => void;
};

/**
 * Reads a stream to its end.
 *
 * @returns the status where the server answered with something other than a stream; null once a stream has ended
 * @throws whatever breaks the connection, silence and the signal included
 */
export async function readEventStream(
  path: string,
  listener: StreamListener,
  signal: AbortSignal,
): Promise<number | null> {
  const silence = new AbortController();
  const response = await apiFetch(path, { signal: AbortSignal.any([signal, silence.signal]) });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return response.status;
  }
  listener.open();
  const parser = createParser({ onEvent: ({ data, event }) => listener.message(data, event ?? null) });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busyMs = 0;
  try {
    while (true) {
      timer = setTimeout(() => silence.abort(), silenceMs);
      const { done, value } = await reader.read();
      clearTimeout(timer);
      if (done) return null;
      const began = performance.now();
      parser.feed(decoder.decode(value, { stream: true }));
      busyMs += performance.now() - began;
      if (busyMs < readingMs) continue;
      await nextTask();
      busyMs = 0;
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
}
