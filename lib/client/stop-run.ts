// How does the browser stop a run?
import type { RunCommand } from "@/lib/protocol/run-summary";
import { type ApiProblem, postJson } from "./api-call";

/** @returns null where the server took the command (the run's own events tell when it stopped), else the API's error */
export async function stopRun(runId: string): Promise<ApiProblem | null> {
  const command: RunCommand = { type: "stop" };
  const answer = await postJson(`/api/runs/${encodeURIComponent(runId)}/commands`, command);
  return answer.ok ? null : answer.error;
}
