// What does the browser know about the run on screen?
import type { RunEvent } from "@/lib/protocol/run-event";
import { emptyRun, type Run } from "@/lib/run/run";

/** How the browser is connected to a run's events. `ended` is the log's own end: nothing more will come. */
export type Connection = "idle" | "connecting" | "live" | "reconnecting" | "ended" | "not-found";

export type RunState = {
  readonly runId: string | null;
  readonly connection: Connection;
  readonly run: Run;
  readonly events: readonly RunEvent[];
  /** The run's clock (ms since its start) minus this page's clock; null before the first event. */
  readonly clockOffset: number | null;
  /** The newest event that did not fit the protocol, in words; null where all did. */
  readonly problem: string | null;
};

export const noRun: RunState = {
  runId: null,
  connection: "idle",
  run: emptyRun,
  events: [],
  clockOffset: null,
  problem: null,
};
