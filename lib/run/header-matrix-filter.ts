// Which rows of the header matrix does a filter let through?
import { cellValue } from "./header-cell-text";
import type { HeaderGroup, HeaderRow } from "./header-matrix";

export type HeaderFilter = { readonly text: string; readonly onlyChanges: boolean };

/** @returns the groups with the rows that fit; text is looked for in names and shown values, whatever its case */
export function visibleGroups(groups: readonly HeaderGroup[], filter: HeaderFilter): HeaderGroup[] {
  const text = filter.text.trim().toLowerCase();
  const fits = (row: HeaderRow) =>
    (!filter.onlyChanges || row.changes > 0) &&
    (text === "" ||
      row.key.includes(text) ||
      row.cells.some((cell) => cellValue(cell).toLowerCase().includes(text)));
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(fits) }))
    .filter((group) => group.rows.length > 0);
}
