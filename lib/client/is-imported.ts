// Does a run come from a file?
import { isJsonObject } from "@/lib/protocol/json-object";
import { callApi } from "./api-call";

/** @returns false where nobody can say: a server that cannot be reached starts nothing either */
export async function isImported(runId: string | null): Promise<boolean> {
  if (runId === null) return false;
  const answer = await callApi(`/api/runs/${encodeURIComponent(runId)}`);
  return answer.ok && isJsonObject(answer.value) && answer.value.imported === true;
}
