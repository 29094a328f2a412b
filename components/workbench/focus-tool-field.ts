// Where in the editor is a field of a tool?
import { openSection } from "@/lib/client/view-store";

const advanced = new Set([
  "strict",
  "deferLoading",
  "cacheControl",
  "allowedCallers",
  "eagerInputStreaming",
  "inputExamples",
]);

/** Goes to a field of the editor, opening the part it is in. */
export function focusToolField(field: string): void {
  if (advanced.has(field)) openSection("toolAdvanced", true);
  // Once what was just opened is on the page.
  requestAnimationFrame(() => requestAnimationFrame(() => focusField(field)));
}

function focusField(field: string): void {
  const name = CSS.escape(field);
  const target =
    document.querySelector<HTMLElement>(`[name="${name}"], .cm-content[data-name="${name}"]`) ??
    document.querySelector<HTMLElement>(`[data-field="${name}"] button, [data-field="${name}"] input`);
  target?.scrollIntoView({ block: "center" });
  target?.focus();
}
