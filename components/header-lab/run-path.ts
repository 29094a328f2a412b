// Where does a cell of the lab lead?
import type { CellWords } from "./cell-words";

/** @returns the headers of the run, at the request that lost something where one did */
export function runPath(runId: string, { requestId }: Pick<CellWords, "requestId">): string {
  const selected = requestId === null ? "" : `&select=request:${requestId}`;
  return `/runs/${encodeURIComponent(runId)}?tab=headers${selected}`;
}
