// Which field of the setup form does a field of the run request stand for?
import type { ToolItem } from "@/lib/tool-design/tool-item";
import type { HeaderRow, SetupDraft } from "./setup-draft";

export type FormProblem = { readonly field: string; readonly message: string };

/** A row somebody added and left empty is not sent. */
export function isBlankRow(row: HeaderRow): boolean {
  return row.name.trim() === "" && row.value === "";
}

/**
 * Form fields are named like request fields, but header rows, hooks and tools by their id: their place in the
 * request shifts while others are switched off.
 *
 * @param field a path of the run request such as `headers.default.0.name`
 */
export function formField(
  draft: SetupDraft,
  tools: readonly ToolItem[],
  field: string | undefined,
): { field?: string } {
  if (field === undefined) return {};
  const header = /^headers\.(default|perRequest)\.(\d+)\.?(.*)$/.exec(field);
  if (header !== null) {
    const rows = header[1] === "default" ? draft.defaultHeaders : draft.perRequestHeaders;
    const row = rows.filter((each) => !isBlankRow(each))[Number(header[2])];
    return row === undefined ? {} : { field: `headers.${row.id}.${header[3] || "name"}` };
  }
  const tool = /^tools\.(\d+)\.?(.*)$/.exec(field);
  if (tool !== null) {
    const item = tools.filter(({ enabled }) => enabled)[Number(tool[1])];
    return { field: item === undefined ? "tools" : `tools.${item.id}.${tool[2] || "name"}` };
  }
  const hook = /^engine\.hooks\.(\d+)\.?([^.]*)/.exec(field);
  if (hook !== null) {
    const row = draft.hooks[Number(hook[1])];
    return row === undefined ? {} : { field: `hooks.${row.id}.${hook[2] || "kind"}` };
  }
  if (field.startsWith("mishaps.")) return { field: "mishaps" };
  for (const whole of ["params", "expectations", "toolChoice", "messages"]) {
    if (field.startsWith(`${whole}.`)) return { field: whole };
  }
  return { field };
}
