// How are a run's events had without a connection that stays open?
import { apiFetch } from "./api-fetch";
import { type EventListener, type Reader, retryMs, runURL } from "./event-listener";

/** How it stands after one look. */
export type Look =
  | { readonly status: "open" | "ended"; readonly lastSeq: number }
  | { readonly status: "not-found" | "unreachable" };

/** Between two looks, in milliseconds: seldom enough for ten tabs, often enough to read along. */
export const pollMs = 700;

/**
 * Reads what the log has behind an event and tells it.
 *
 * @param lastSeq the seq of the newest event that is known, -1 for none
 */
export async function lookOnce(
  runId: string,
  lastSeq: number,
  read: Reader,
  listener: EventListener,
  signal: AbortSignal,
): Promise<Look> {
  let text: string;
  try {
    const url = `${runURL(runId)}/log?after=${lastSeq}`;
    const response = await apiFetch(url, { signal });
    if (response.status === 404 || response.status === 400) return { status: "not-found" };
    if (!response.ok) return { status: "unreachable" };
    text = await response.text();
  } catch {
    return { status: "unreachable" };
  }
  let newest = lastSeq;
  let ended = false;
  for (const line of text.split("\n")) {
    if (signal.aborted) break;
    if (line === "") continue;
    const answer = read(line);
    if (answer.ok) {
      newest = answer.event.seq;
      ended = answer.event.type === "run-end";
      listener.event(answer.event);
    } else listener.problem(answer.problem);
  }
  return { status: ended ? "ended" : "open", lastSeq: newest };
}

/** Looks again and again until the run has ended. @returns stops looking */
export function pollEvents(runId: string, load: () => Promise<Reader>, listener: EventListener): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const follow = async () => {
    const read = await load();
    let lastSeq = -1;
    while (!signal.aborted) {
      const look = await lookOnce(runId, lastSeq, read, listener, signal);
      if (signal.aborted) return;
      if (look.status === "not-found" || look.status === "ended") return listener.connection(look.status);
      listener.connection(look.status === "open" ? "live" : "reconnecting");
      if (look.status === "open") lastSeq = look.lastSeq;
      await pause(look.status === "open" ? pollMs : retryMs, signal);
    }
  };
  follow().catch((cause) => listener.problem(String(cause)));
  return () => leaving.abort();
}

/** Waits, no longer than somebody wants to know. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
