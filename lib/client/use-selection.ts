// How does a component see what is selected?
import { parseSelection, type Selection, selectionParam } from "./selection";
import { useUrlParam } from "./use-url-param";

/** @returns the selection in the address; null where there is none */
export function useSelection(): Selection | null {
  const [text] = useUrlParam(selectionParam, "");
  return parseSelection(text);
}
