// How is a run renamed, or pinned?
import type { RunChange } from "@/lib/protocol/run-summary";
import { type ApiAnswer, callApi } from "./api-call";

export const runApiPath = (runId: string) => `/api/runs/${encodeURIComponent(runId)}`;

/** @returns the changed summary, or the API's error */
export function changeRun(runId: string, change: RunChange): Promise<ApiAnswer> {
  return callApi(runApiPath(runId), {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
  });
}
