// Which stored run is to play the provider, and can it?
import type { ProviderChoice } from "@/lib/protocol/run-request";
import { FieldError } from "../door/field-error";
import { linesOf, type Machine } from "../machine";
import { isVisible } from "../run/scoped-machine";
import { logEvents } from "../store/log-events";
import { type Recording, recordingOf } from "./recording";

/**
 * @returns null for every other provider
 * @throws FieldError where there is no such run, or nothing in it that could answer
 */
export async function loadRecording(machine: Machine, provider: ProviderChoice): Promise<Recording | null> {
  if (provider.kind !== "recorded") return null;
  const { runId } = provider;
  const lines = (await isVisible(machine, runId)) ? await linesOf(machine, runId) : null;
  if (lines === null)
    throw new FieldError("provider.runId", `there is no run "${runId}": choose another, or import it first`);
  if (!lines.ended())
    throw new FieldError(
      "provider.runId",
      "this run still goes on: its replies can be used once it has ended",
    );
  const recording = recordingOf(runId, logEvents(runId, lines.slice(0, lines.length())));
  if (recording.exchanges.every(({ answer }) => answer === null))
    throw new FieldError("provider.runId", "this run got no response from its provider: choose another");
  return recording;
}
