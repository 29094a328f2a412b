// What does the model hear where a person refused its call, or nobody decided about it?
import { stoppedText } from "@/lib/protocol/stopped-text";
import type { WaitEnd } from "../recording/pauses";
import { ToolFailure } from "./tool-failure";

/** @param timeoutMs how long a person had, in milliseconds */
export function nobodyDecided(
  toolName: string,
  by: Exclude<WaitEnd["by"], "person">,
  timeoutMs: number,
): ToolFailure {
  if (by === "run-end") return new ToolFailure(stoppedText);
  const limit = `${(timeoutMs / 1_000).toLocaleString("en-US")} s`;
  return new ToolFailure(
    `Error: nobody decided about this call of ${toolName} within ${limit}. Go on without it, or say what you need from ` +
      "a person. The limit is the run's humanTimeoutMs.",
  );
}

/** What the model hears of a refusal. */
export function refusedText(reason: string | undefined): string {
  const why = reason?.trim() ?? "";
  return why === "" ? "Refused by a person, without a reason." : `Refused by a person: ${why}`;
}
