// How does the browser follow a run's events, through lost connections, to their end?
import type { RunEvent } from "@/lib/protocol/run-event";
import type { ReadEvent } from "./read-event";
import type { Connection } from "./run-state";

export type EventSourceListener = {
  readonly event: (event: RunEvent) => void;
  readonly connection: (connection: Connection) => void;
  /** An event that does not fit the protocol: it is left out and told, not thrown. */
  readonly problem: (message: string) => void;
};

type Reader = (data: string) => ReadEvent;

const retryMs = 1_500;

/**
 * Follows `GET /api/runs/{id}/events` from the first event. The browser reconnects by itself and sends the last id it
 * saw; where the server refuses outright, the run is looked up to tell "no such run" from "not now". An event may be
 * told twice after a lost connection, never out of order.
 *
 * @returns stops following
 */
export function openEventSource(runId: string, listener: EventSourceListener): () => void {
  let lastSeq = -1;
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const close = () => {
    closed = true;
    clearTimeout(retry);
    source?.close();
  };

  const withReader = whenReaderLoaded((cause) => {
    if (closed) return;
    close();
    listener.problem(`The page could not load what reads events (${cause}). Reload the page.`);
  });

  const connect = () => {
    const after = lastSeq < 0 ? "" : `?after=${lastSeq}`;
    source = new EventSource(`/api/runs/${encodeURIComponent(runId)}/events${after}`);
    source.onopen = () => listener.connection("live");
    source.onmessage = (message) =>
      withReader((read) => {
        if (closed) return;
        const answer = read(String(message.data));
        if (!answer.ok) return listener.problem(answer.problem);
        lastSeq = answer.event.seq;
        listener.event(answer.event);
      });
    source.addEventListener("end", () => {
      source?.close();
      withReader(() => {
        if (closed) return;
        close();
        listener.connection("ended");
      });
    });
    source.onerror = async () => {
      if (closed) return;
      listener.connection("reconnecting");
      if (source?.readyState !== EventSource.CLOSED) return;
      if (await isUnknown(runId)) {
        close();
        listener.connection("not-found");
      } else if (!closed) {
        retry = setTimeout(connect, retryMs);
      }
    };
  };

  connect();
  return close;
}

/**
 * The schemas that events are read with come with the first run, not with the first page.
 *
 * @returns does something with the reader: at once where it is there, else in the order asked as soon as it is
 */
function whenReaderLoaded(failed: (cause: string) => void): (work: (read: Reader) => void) => void {
  const waiting: ((read: Reader) => void)[] = [];
  let reader: Reader | null = null;
  import("./read-event").then(
    ({ readEvent }) => {
      reader = readEvent;
      for (const work of waiting) work(readEvent);
      waiting.length = 0;
    },
    (error) => failed(String(error)),
  );
  return (work) => {
    if (reader === null) waiting.push(work);
    else work(reader);
  };
}

async function isUnknown(runId: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/runs/${encodeURIComponent(runId)}`, { cache: "no-store" });
    return response.status === 404 || response.status === 400;
  } catch {
    // The server cannot be reached at all: it says nothing about the run.
    return false;
  }
}
