// How does the browser read a page of the history?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunList } from "@/lib/protocol/run-list";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { type ApiProblem, callApi } from "./api-call";
import { numberOf, objectsIn } from "./json-fields";

export type ListedRuns =
  | { readonly ok: true; readonly page: RunList }
  | { readonly ok: false; readonly error: ApiProblem };

/** @returns one page, pinned runs first; or the API's error */
export async function listRuns(query: string, cursor: string | null, limit: number): Promise<ListedRuns> {
  const asked = new URLSearchParams({ order: "pinned", limit: String(limit) });
  if (query.trim() !== "") asked.set("query", query);
  if (cursor !== null) asked.set("cursor", cursor);
  const answer = await callApi(`/api/runs?${asked}`);
  if (!answer.ok) return { ok: false, error: answer.error };
  const fields = isJsonObject(answer.value) ? answer.value : {};
  const runs = await readRuns(fields);
  const nextCursor = typeof fields.nextCursor === "string" ? fields.nextCursor : null;
  return { ok: true, page: { runs, nextCursor, total: numberOf(fields.total, null) ?? runs.length } };
}

/** @returns the runs in an answer of `GET /api/runs`; what is no run is left out */
export async function readRuns(answer: unknown): Promise<readonly RunSummary[]> {
  // The schema library comes with the first list, not with the first page.
  const { runSummarySchema } = await import("@/lib/protocol/run-summary");
  return objectsIn(answer, "runs").flatMap((item) => {
    const parsed = runSummarySchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}
