// Which events stand in the lines of a stored log?
import { type RunEvent, runEventSchema } from "@/lib/protocol/run-event";
import { StoreFailure } from "./store-failure";

/** @throws StoreFailure naming the first line that is no event */
export function logEvents(runId: string, lines: readonly string[]): RunEvent[] {
  return lines.map((line, index) => {
    const event = eventOrNull(line);
    if (event !== null) return event;
    throw new StoreFailure(
      `The log of run ${runId} is damaged at line ${index + 1}. Mend that line in its file, or delete the run.`,
    );
  });
}

function eventOrNull(line: string): RunEvent | null {
  try {
    return runEventSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
