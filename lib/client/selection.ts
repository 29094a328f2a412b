// What is selected, and how is it written in the address?
import { setUrlParam } from "./url-params";

const selectionKinds = ["turn", "request", "response", "tool-call"] as const;
export type SelectionKind = (typeof selectionKinds)[number];
export type Selection = { readonly kind: SelectionKind; readonly id: string };

export const selectionParam = "select";

/** Selects something, or nothing with null; every pane and the address follow. */
export function select(selection: Selection | null): void {
  setUrlParam(selectionParam, selection === null ? "" : `${selection.kind}:${selection.id}`);
}

/** @returns the selection of `request:r2`; null where the text names none */
export function parseSelection(text: string): Selection | null {
  const colon = text.indexOf(":");
  const kind = selectionKinds.find((each) => each === text.slice(0, colon));
  const id = text.slice(colon + 1);
  return kind === undefined || id === "" ? null : { kind, id };
}
