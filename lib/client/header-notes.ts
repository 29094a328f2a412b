// What becomes of a header on the way that its row does not show?
import { headerNameProblem, headerValueProblem } from "@/lib/protocol/header-rules";
import { isBlankRow } from "./form-field";
import type { HeaderRow, SetupDraft } from "./setup-draft";

export type HeaderList = "defaultHeaders" | "perRequestHeaders";

/** Why a row cannot be sent as it stands; empty for a row that is still blank. */
export function rowProblems(row: HeaderRow): { readonly name?: string; readonly value?: string } {
  if (isBlankRow(row)) return {};
  const name = headerNameProblem(row.name);
  const value = headerValueProblem(row.value);
  return { ...(name !== null && { name }), ...(value !== null && { value }) };
}

/** @returns what happens to a header that is sent but not as it stands, in one sentence; null for most */
export function headerNote(draft: SetupDraft, list: HeaderList, row: HeaderRow): string | null {
  const isSame = (other: HeaderRow) =>
    other.id !== row.id && row.name !== "" && other.name.toLowerCase() === row.name.toLowerCase();
  if (list === "defaultHeaders" && draft.perRequestHeaders.some(isSame))
    return "The per-request header of this name replaces it.";
  if (draft[list].some(isSame)) {
    return draft.engine === "ai-sdk"
      ? "The AI SDK takes one value for a name: put both into one row."
      : "Given more than once: it goes out as one line, the values joined with a comma.";
  }
  if (list === "perRequestHeaders" && draft.defaultHeaders.some(isSame))
    return "Replaces the default header of this name.";
  if (list === "defaultHeaders" && row.name.toLowerCase() === "content-type")
    return "The SDK sets its own over a default: put it into the per-request headers.";
  return null;
}
