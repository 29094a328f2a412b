// What does a bar of the timeline select?
import type { Selection } from "@/lib/client/selection";
import type { Turn } from "@/lib/run/run";
import type { TimelineRow } from "@/lib/run/timeline-layout";

/** @returns the request or call itself; the turn for a batch, which has no selection of its own */
export function barTarget(row: TimelineRow, turn: Turn | undefined): Selection | null {
  if (row.kind === "request") return { kind: "request", id: row.id };
  if (row.kind === "call") return { kind: "tool-call", id: row.id };
  return turn === undefined ? null : { kind: "turn", id: turn.turnId };
}
