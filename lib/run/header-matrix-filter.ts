// Which rows and columns of the header matrix does a filter let through?
import { alikeRequests } from "./alike-requests";
import { cellValue } from "./header-cell-text";
import type { HeaderColumn, HeaderGroup, HeaderMatrix, HeaderRow } from "./header-matrix";
import type { HeaderOrigin } from "./header-origin";
import type { RequestKind } from "./request-kind";

export const headerShows = ["all", "differences", "problems"] as const;
/** Which rows: all, those that differ somewhere, or those where something is not as the user wants it. */
export type HeaderShow = (typeof headerShows)[number];

/** Text is looked for in names and shown values, whatever its case; null lets every group or kind through. */
export type HeaderFilter = {
  readonly text: string;
  readonly show: HeaderShow;
  readonly origin: HeaderOrigin | null;
  readonly kind: RequestKind | null;
  /** Whether requests that are like the one before them are left to it. */
  readonly fold: boolean;
};

export type VisibleMatrix = {
  readonly groups: readonly HeaderGroup[];
  readonly columns: readonly VisibleColumn[];
};

export type VisibleColumn = {
  readonly column: HeaderColumn;
  /** The place in the whole matrix, which is where a row has its cells. */
  readonly index: number;
  /** The last of the requests that are folded into this one; the request itself where none is. */
  readonly last: HeaderColumn;
};

/** @returns the rows and columns that fit */
export function visibleMatrix(matrix: HeaderMatrix, filter: HeaderFilter): VisibleMatrix {
  const { groups, columns } = matrix;
  const text = filter.text.trim().toLowerCase();
  const fits = (row: HeaderRow) =>
    (filter.show === "all" || (filter.show === "differences" ? row.changes : row.problems) > 0) &&
    (text === "" ||
      row.key.includes(text) ||
      row.cells.some((cell) => cellValue(cell).toLowerCase().includes(text)));
  const shown = groups
    .filter(({ origin }) => filter.origin === null || filter.origin === origin)
    .map((group) => ({ ...group, rows: group.rows.filter(fits) }))
    .filter((group) => group.rows.length > 0);
  const fitting = columns
    .map((column, index) => ({ column, index, last: column }))
    .filter(({ column }) => filter.kind === null || column.kind === filter.kind);
  const rows = shown.flatMap((group) => group.rows);
  return { groups: shown, columns: filter.fold ? alikeRequests(rows, matrix, fitting) : fitting };
}
