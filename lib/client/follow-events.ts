// How does the browser follow a run's events, through lost connections, to their end?
import { type EventListener, loadReader, type Reader, retryMs, unloadable } from "./event-listener";
import { lookOnce, pause, pollMs } from "./poll-events";
import { streamEvents } from "./stream-events";
import { takeStreamSlot } from "./stream-slot";

/**
 * Follows a run from its first event, over a stream where this tab may hold one open, else by looking into its log now and
 * then, until a stream is to be had. Where the server refuses, "no such run" is told from "not now". An event is told once,
 * in order.
 *
 * @returns stops following
 */
export function followEvents(runId: string, listener: EventListener): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const reader = loadReader();
  reader.catch((cause) => {
    if (!signal.aborted) listener.problem(unloadable(cause));
    leaving.abort();
  });
  void follow(runId, reader, listener, signal);
  return () => leaving.abort();
}

async function follow(
  runId: string,
  reader: Promise<Reader>,
  listener: EventListener,
  signal: AbortSignal,
): Promise<void> {
  let lastSeq = -1;
  while (!signal.aborted) {
    const slot = takeStreamSlot(signal);
    const release = slot instanceof Promise ? await slot : slot;
    if (release !== null) {
      const end = await streamEvents(runId, lastSeq, reader, listener, signal);
      release();
      if (signal.aborted) return;
      if (end.status === "ended" || end.status === "not-found") return listener.connection(end.status);
      lastSeq = end.lastSeq;
      if (end.status === "hidden") continue;
      listener.connection("reconnecting");
      await pause(retryMs, signal);
      continue;
    }
    const read = await reader.catch(() => null);
    if (read === null || signal.aborted) return;
    const look = await lookOnce(runId, lastSeq, read, listener, signal);
    if (signal.aborted) return;
    if (look.status === "not-found" || look.status === "ended") return listener.connection(look.status);
    if (look.status === "open") lastSeq = look.lastSeq;
    listener.connection(look.status === "open" ? "live" : "reconnecting");
    await pause(look.status === "open" ? pollMs : retryMs, signal);
  }
}
