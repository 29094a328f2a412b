// How does the browser send a person's decision about a call that waits?
import type { HumanDecision } from "@/lib/protocol/human-decision";
import type { RunCommand } from "@/lib/protocol/run-summary";
import { type ApiProblem, postJson } from "./api-call";

/**
 * The same decision twice is one, so a second try after a lost connection is safe.
 *
 * @returns null where the server took it (the run's own events tell what became of it), else the API's error
 */
export async function decide(
  runId: string,
  pauseId: string,
  decision: HumanDecision,
): Promise<ApiProblem | null> {
  const path = `/api/runs/${encodeURIComponent(runId)}/commands`;
  const command: RunCommand = { ...decision, pauseId };
  const first = await postJson(path, command);
  const lost = !first.ok && first.error.code === "unreachable";
  const answer = lost ? await postJson(path, command) : first;
  return answer.ok ? null : answer.error;
}
