// How does the browser start a run?

import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { type ApiProblem, postJson } from "./api-call";
import { randomId } from "./random-id";

export type StartedRun =
  | { readonly ok: true; readonly runId: string }
  | { readonly ok: false; readonly error: ApiProblem };

/**
 * Starts a run. The idempotency key makes the second try after a lost connection safe: it cannot start two.
 *
 * @returns the run's id, or the API's error
 */
export async function startRun(body: RunRequestInput): Promise<StartedRun> {
  const key = { "idempotency-key": randomId() };
  const first = await postJson("/api/runs", body, key);
  const lost = !first.ok && first.error.code === "unreachable";
  const answer = lost ? await postJson("/api/runs", body, key) : first;
  if (!answer.ok) return { ok: false, error: answer.error };
  const runId = isJsonObject(answer.value) ? answer.value.runId : undefined;
  if (typeof runId === "string") return { ok: true, runId };
  return {
    ok: false,
    error: { code: "unexpected", message: "The server started a run without telling its id." },
  };
}
