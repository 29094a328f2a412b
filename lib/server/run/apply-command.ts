// What does a command do to a run?
import type { RunCommand } from "@/lib/protocol/run-summary";
import { ApiFailure } from "../door/api-failure";
import type { RunningRun } from "./execute-run";

/**
 * Stopping a run that has ended is no error: two tabs may press Stop. The same decision twice is none either.
 *
 * @param run undefined where the run has ended, or goes on in another process
 * @throws ApiFailure, FieldError for a decision that cannot be taken
 */
export function applyCommand(run: RunningRun | undefined, command: RunCommand): void {
  if (command.type === "stop") {
    run?.stop();
    return;
  }
  if (run === undefined) {
    throw new ApiFailure(409, "run_ended", "The run has ended: there is nothing left to decide.");
  }
  const { pauseId, ...decision } = command;
  run.decide(pauseId, decision);
}
