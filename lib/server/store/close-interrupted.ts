// What becomes of a run whose process is gone?
import type { RunError } from "@/lib/protocol/run-error";
import type { RunEventBody } from "@/lib/protocol/run-event";
import { trackOpenThings } from "@/lib/run/closings";
import { logEvents } from "./log-events";
import type { RunStore } from "./run-store";

const interrupted: RunError = {
  code: "aborted",
  message: "The server ended before this was finished; it is not known whether it had an effect.",
};

/**
 * Closes a log that has no run-end although nothing is writing it: what was open ends with a cause, and the run's
 * outcome is `interrupted`. No request is sent again and no tool is run again.
 *
 * @param lines the stored log of a run that no process is carrying out
 * @returns the whole log; unchanged where it had ended
 */
export function closeInterrupted(store: RunStore, runId: string, lines: string[]): string[] {
  const [last] = logEvents(runId, lines.slice(-1));
  if (last === undefined || last.type === "run-end") return lines;
  const open = trackOpenThings();
  for (const event of logEvents(runId, lines)) open.note(event);
  const endings: RunEventBody[] = [
    ...open.closings(interrupted),
    { type: "run-end", outcome: "interrupted" },
  ];
  const added = endings.map((event, index) =>
    JSON.stringify({ seq: last.seq + 1 + index, at: last.at, ...event }),
  );
  const writer = store.reopen(runId);
  writer.append(added);
  writer.close();
  return [...lines, ...added];
}
