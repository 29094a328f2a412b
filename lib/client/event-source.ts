// How does the browser follow a run's events, through lost connections, to their end?
import { firstIssue } from "@/lib/protocol/api-error";
import { type RunEvent, runEventSchema } from "@/lib/protocol/run-event";
import type { Connection } from "./run-state";

export type EventSourceListener = {
  readonly event: (event: RunEvent) => void;
  readonly connection: (connection: Connection) => void;
  /** An event that does not fit the protocol: it is left out and told, not thrown. */
  readonly problem: (message: string) => void;
};

const retryMs = 1_500;

/**
 * Follows `GET /api/runs/{id}/events` from the first event. The browser reconnects by itself and sends the last id it
 * saw; where the server refuses outright, the run is looked up to tell "no such run" from "not now".
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

  const connect = () => {
    const after = lastSeq < 0 ? "" : `?after=${lastSeq}`;
    source = new EventSource(`/api/runs/${encodeURIComponent(runId)}/events${after}`);
    source.onopen = () => listener.connection("live");
    source.onmessage = (message) => {
      const event = readEvent(message.data, listener.problem);
      if (event === null) return;
      lastSeq = event.seq;
      listener.event(event);
    };
    source.addEventListener("end", () => {
      close();
      listener.connection("ended");
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

function readEvent(data: unknown, problem: (message: string) => void): RunEvent | null {
  try {
    const parsed = runEventSchema.safeParse(JSON.parse(String(data)));
    if (parsed.success) return parsed.data;
    problem(`An event of this run does not fit the protocol: ${firstIssue(parsed.error).message}`);
  } catch (error) {
    problem(`An event of this run is not JSON: ${String(error)}`);
  }
  return null;
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
