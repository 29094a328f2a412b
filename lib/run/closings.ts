// What has to be closed before a run may end?
import type { RunError } from "@/lib/protocol/run-error";
import type { RunEventBody } from "@/lib/protocol/run-event";

export type OpenThings = {
  /** Takes every event of the run, in order. */
  readonly note: (event: RunEventBody) => void;
  /**
   * @param error why what is still open never finished
   * @returns the events that close everything, inner things first
   */
  readonly closings: (error: RunError) => RunEventBody[];
};

/** Keeps track of what was opened and not yet closed, so that no end of a run leaves anything hanging. */
export function trackOpenThings(): OpenThings {
  const requests = new Map<string, { answered: boolean }>();
  const calls = new Set<string>();
  const pauses = new Set<string>();
  let batch: { batchId: string; turnId: string } | null = null;
  let turn: { turnId: string; index: number } | null = null;

  const note = (event: RunEventBody) => {
    if (event.type === "turn-start") turn = { turnId: event.turnId, index: event.index };
    if (event.type === "turn-end") turn = null;
    if (event.type === "batch-start") batch = { batchId: event.batchId, turnId: event.turnId };
    if (event.type === "batch-end") batch = null;
    if (event.type === "request-start") requests.set(event.requestId, { answered: false });
    if (event.type === "response-start") requests.set(event.requestId, { answered: true });
    if (event.type === "request-error" || event.type === "response-end") requests.delete(event.requestId);
    if (event.type === "tool-call-start") calls.add(event.toolCallId);
    if (event.type === "tool-call-end") calls.delete(event.toolCallId);
    if (event.type === "pause") pauses.add(event.pauseId);
    if (event.type === "resume") pauses.delete(event.pauseId);
  };

  const closings = (error: RunError): RunEventBody[] => [
    ...Array.from(pauses, (pauseId): RunEventBody => {
      return { type: "resume", pauseId, decidedBy: "run-end", decision: null };
    }),
    ...Array.from(calls, (toolCallId): RunEventBody => {
      return { type: "tool-call-end", toolCallId, result: { content: error.message, isError: true } };
    }),
    ...Array.from(requests, ([requestId, { answered }]): RunEventBody => {
      return { type: answered ? "response-end" : "request-error", requestId, error };
    }),
    ...(batch === null ? [] : [{ type: "batch-end" as const, ...batch }]),
    ...(turn === null ? [] : [{ type: "turn-end" as const, ...turn }]),
  ];

  return { note, closings };
}
