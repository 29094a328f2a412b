// What does whoever follows a run want to be told?
import type { RunEvent } from "@/lib/protocol/run-event";
import type { ReadEvent } from "./read-event";
import type { Connection } from "./run-state";

export type EventListener = {
  readonly event: (event: RunEvent) => void;
  readonly connection: (connection: Connection) => void;
  /** An event that does not fit the protocol: it is left out and told, not thrown. */
  readonly problem: (message: string) => void;
};

/** Waited before the server is asked again that could not be reached, in milliseconds. */
export const retryMs = 1_500;

export type Reader = (data: string) => ReadEvent;

/** The schemas that events are read with come with the first run, not with the first page. */
export async function loadReader(): Promise<Reader> {
  return (await import("./read-event")).readEvent;
}

/** What is said where they cannot be loaded. */
export function unloadable(cause: unknown): string {
  return `The page could not load what reads events (${String(cause)}). Reload the page.`;
}

export const runURL = (runId: string) => `/api/runs/${encodeURIComponent(runId)}`;
