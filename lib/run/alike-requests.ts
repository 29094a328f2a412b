// Which requests of a header matrix are like the one before them, so that they need no column of their own?
import type { HeaderCell, HeaderMatrix, HeaderRow } from "./header-matrix";
import type { VisibleColumn } from "./header-matrix-filter";
import { isConnectionHeader } from "./header-vocabulary";

/**
 * Alike are requests of one kind, next to each other, whose cells say the same. What every hop computes for itself, such as
 * `content-length`, makes no difference.
 *
 * @param rows the rows in sight: what is filtered out makes no difference either
 * @returns the first of each stretch of requests that are alike, with the last of them
 */
export function alikeRequests(
  rows: readonly HeaderRow[],
  { points }: Pick<HeaderMatrix, "points">,
  columns: readonly VisibleColumn[],
): VisibleColumn[] {
  const telling = rows.filter((row) => !isConnectionHeader(row.key));
  const cellsOf = (row: HeaderRow, { index }: VisibleColumn) =>
    row.cells.slice(index * points.length, (index + 1) * points.length);
  const folded: VisibleColumn[] = [];
  for (const [place, each] of columns.entries()) {
    const before = columns[place - 1];
    const kept = folded.at(-1);
    const isAlike =
      before !== undefined &&
      before.index === each.index - 1 &&
      before.column.kind === each.column.kind &&
      before.column.attempt === each.column.attempt &&
      telling.every((row) => saySame(cellsOf(row, before), cellsOf(row, each)));
    if (isAlike && kept !== undefined) folded[folded.length - 1] = { ...kept, last: each.column };
    else folded.push(each);
  }
  return folded;
}

/** A cell that is `same` repeats the value before it, whatever the cell before it had to say. */
function saySame(before: readonly HeaderCell[], cells: readonly HeaderCell[]): boolean {
  return cells.every((cell, index) => {
    const other = before[index];
    if (other === undefined || other.hop !== cell.hop || other.problem !== cell.problem) return false;
    return cell.state === other.state
      ? cell.state !== "changed" && cell.state !== "added"
      : cell.state === "same" && other.lines !== null;
  });
}
