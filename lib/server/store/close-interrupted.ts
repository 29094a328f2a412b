// What becomes of a run whose process is gone?
import type { RunEvent, RunEventBody } from "@/lib/protocol/run-event";
import { trackOpenThings } from "@/lib/run/closings";
import { interruptedError } from "../recording/transport-error";
import { logEvents } from "./log-events";
import type { AdoptedLog } from "./run-store";

/**
 * Closes a log that has no run-end although nothing is writing it: what was open ends with a cause, and the run's
 * outcome is `interrupted`. No request is sent again and no tool is run again.
 *
 * @throws StoreFailure naming a damaged line
 */
export async function closeInterrupted(runId: string, { lines, writer }: AdoptedLog): Promise<void> {
  await writer.append(interruptedEnd(logEvents(runId, lines)));
}

/** @returns the lines that end a log that has no end */
export function interruptedEnd(events: readonly RunEvent[]): string[] {
  const last = events.at(-1);
  const open = trackOpenThings();
  for (const event of events) open.note(event);
  const endings: RunEventBody[] = [
    ...open.closings(interruptedError),
    { type: "run-end", outcome: "interrupted" },
  ];
  const seq = (last?.seq ?? -1) + 1;
  const at = last?.at ?? 0;
  return endings.map((event, index) => JSON.stringify({ seq: seq + index, at, ...event }));
}
