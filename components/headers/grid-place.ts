// Which cell of the header matrix has the focus, and where do the arrow keys take it?

/**
 * A row by its header, and a cell by its place in the row: request after request, the points of each side by side. Left of
 * the cells stand two buttons of the row.
 */
export type GridPlace = { readonly row: string; readonly cell: number };

export const expectPlace = -1;
export const jumpPlace = -2;

const page = 10;

/** @returns the place as one attribute; names of headers hold no slash */
export function placeAttribute({ row, cell }: GridPlace): string {
  return `${row}/${cell}`;
}

/** @returns the place that a node of the matrix stands for, null where it is none */
export function placeOf(node: EventTarget): GridPlace | null {
  const text = node instanceof Element ? node.closest("[data-cell]")?.getAttribute("data-cell") : null;
  if (!text) return null;
  const slash = text.lastIndexOf("/");
  return { row: text.slice(0, slash), cell: Number(text.slice(slash + 1)) };
}

type Key = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean };
type GridRow = { readonly key: string; readonly firstMissing: number | null };

/**
 * @param cells how many cells a row has
 * @returns where a key of the grid pattern goes from here, null for any other key
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function placeAfterKey(
  { key, ctrlKey, metaKey }: Key,
  { row, cell }: GridPlace,
  rows: readonly GridRow[],
  cells: number,
): GridPlace | null {
  const far = ctrlKey || metaKey;
  const at = rows.findIndex((each) => each.key === row);
  const target = {
    ArrowDown: [at + 1, cell],
    ArrowUp: [at - 1, cell],
    ArrowRight: [at, cell + 1],
    ArrowLeft: [at, cell - 1],
    PageDown: [at + page, cell],
    PageUp: [at - page, cell],
    Home: [far ? 0 : at, 0],
    End: [far ? rows.length - 1 : at, cells - 1],
  }[key];
  if (target === undefined) return null;
  const [wantedRow = 0, wantedCell = 0] = target;
  const next = rows[Math.min(Math.max(wantedRow, 0), rows.length - 1)];
  if (next === undefined) return null;
  const first = next.firstMissing === null ? expectPlace : jumpPlace;
  return { row: next.key, cell: Math.min(Math.max(wantedCell, first), cells - 1) };
}
