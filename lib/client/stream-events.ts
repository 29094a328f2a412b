// How are a run's events had over a connection that stays open?
import { type EventListener, type Reader, runURL } from "./event-listener";
import { readEventStream } from "./event-stream";
import { whenHidden } from "./stream-slot";

/** How a stream was left. `lost`: the connection broke, or the server refused for now. */
export type StreamEnd = {
  readonly status: "ended" | "not-found" | "lost" | "hidden";
  readonly lastSeq: number;
};

/**
 * Reads a run's stream until it ends, is lost, or the tab is hidden. Events are told in order.
 *
 * @param after the seq of the newest event that is known, -1 for none
 */
export async function streamEvents(
  runId: string,
  after: number,
  reader: Promise<Reader>,
  listener: EventListener,
  signal: AbortSignal,
): Promise<StreamEnd> {
  const leaving = new AbortController();
  let lastSeq = after;
  let ended = false;
  let hidden = false;
  const forget = whenHidden(() => {
    hidden = true;
    leaving.abort();
  });
  const tell = (data: string, read: Reader) => {
    if (signal.aborted) return;
    const answer = read(data);
    if (!answer.ok) return listener.problem(answer.problem);
    lastSeq = answer.event.seq;
    // It may break off before the server's own word that nothing follows.
    ended = answer.event.type === "run-end";
    listener.event(answer.event);
  };
  // Events come before what reads them is loaded; they are told in the order they came.
  let loaded: Reader | null = null;
  let turn: Promise<unknown> = reader.then((read) => {
    loaded = read;
  });
  const message = (data: string, name: string | null) => {
    if (name === "end") {
      ended = true;
      leaving.abort();
    }
    if (name !== null) return;
    if (loaded !== null) tell(data, loaded);
    else turn = turn.then(() => loaded !== null && tell(data, loaded));
  };
  const path = `${runURL(runId)}/events${after < 0 ? "" : `?after=${after}`}`;
  const open = () => listener.connection("live");
  const stop = AbortSignal.any([signal, leaving.signal]);
  const status = await readEventStream(path, { open, message }, stop).catch(() => null);
  forget();
  await turn.catch(() => undefined);
  if (ended) return { status: "ended", lastSeq };
  if (status === 404 || status === 400) return { status: "not-found", lastSeq };
  return { status: hidden ? "hidden" : "lost", lastSeq };
}
