// What does the browser know about the run on screen?
import type { RunEvent } from "@/lib/protocol/run-event";
import { emptyRun, type Run } from "@/lib/run/run";

/** How the browser is connected to a run's events. `ended` is the log's own end: nothing more will come. */
export type Connection = "idle" | "connecting" | "live" | "reconnecting" | "ended" | "not-found";

export type RunState = {
  readonly runId: string | null;
  readonly connection: Connection;
  /** What is on screen: everything that arrived, or the run as it stood at `moment`. */
  readonly run: Run;
  readonly events: readonly RunEvent[];
  /** Everything that has arrived, whatever is on screen. */
  readonly whole: Run;
  readonly log: readonly RunEvent[];
  /** Milliseconds since the run began; null for the newest there is. */
  readonly moment: number | null;
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
  whole: emptyRun,
  log: [],
  moment: null,
  clockOffset: null,
  problem: null,
};
