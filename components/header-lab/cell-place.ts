// Where do the arrow keys go in the table of the lab?

export type CellPlace = { readonly row: number; readonly column: number };

type Key = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean };

/**
 * @returns where a key of the grid pattern goes from here, null for any other key
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function placeAfterKey(
  { key, ctrlKey, metaKey }: Key,
  { row, column }: CellPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  const far = ctrlKey || metaKey;
  const target = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    Home: [far ? 0 : row, 0],
    End: [far ? rows - 1 : row, columns - 1],
  }[key];
  if (target === undefined) return null;
  const [wantedRow = 0, wantedColumn = 0] = target;
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  return { row: within(wantedRow, rows), column: within(wantedColumn, columns) };
}
