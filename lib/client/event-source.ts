// How does the browser follow a run's events, through lost connections, to their end?
import type { RunEvent } from "@/lib/protocol/run-event";
import { readEventStream } from "./event-stream";
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
 * Follows `GET /api/runs/{id}/events` from the first event, and goes on behind the last one after a lost connection.
 * Where the server refuses, "no such run" is told from "not now". An event is told once, in order.
 *
 * @returns stops following
 */
export function openEventSource(runId: string, listener: EventSourceListener): () => void {
  const abort = new AbortController();
  let lastSeq = -1;
  let ended = false;

  const withReader = whenReaderLoaded((cause) => {
    if (abort.signal.aborted) return;
    abort.abort();
    listener.problem(`The page could not load what reads events (${cause}). Reload the page.`);
  });

  const finish = (connection: Connection) =>
    withReader(() => {
      if (abort.signal.aborted) return;
      abort.abort();
      listener.connection(connection);
    });

  const message = (data: string, name: string | null) => {
    if (name === "end") {
      ended = true;
      finish("ended");
    }
    if (name !== null) return;
    withReader((read) => {
      if (abort.signal.aborted) return;
      const answer = read(data);
      if (!answer.ok) return listener.problem(answer.problem);
      lastSeq = answer.event.seq;
      listener.event(answer.event);
    });
  };

  const follow = async () => {
    while (!abort.signal.aborted && !ended) {
      const after = lastSeq < 0 ? "" : `?after=${lastSeq}`;
      const path = `/api/runs/${encodeURIComponent(runId)}/events${after}`;
      const open = () => listener.connection("live");
      const status = await readEventStream(path, { open, message }, abort.signal).catch(() => null);
      if (abort.signal.aborted || ended) return;
      if (status === 404 || status === 400) return finish("not-found");
      listener.connection("reconnecting");
      await pause(retryMs, abort.signal);
    }
  };

  void follow();
  return () => abort.abort();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
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
