"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import { select } from "@/lib/client/selection";
import type { HeaderMatrix, HeaderRow } from "@/lib/run/header-matrix";
import type { VisibleMatrix } from "@/lib/run/header-matrix-filter";
import { type HeaderOrigin, originTitles } from "@/lib/run/header-origin";
import { CellDetail } from "./cell-detail";
import { ColumnHead } from "./column-head";
import { type GridPlace, jumpPlace, placeAfterKey, placeAttribute, placeOf } from "./grid-place";
import { MatrixRow } from "./matrix-rows";
import { cellWidthFor, nameWidth, valueWidth } from "./matrix-size";
import { PointHeads } from "./point-heads";

type Line = { readonly origin: HeaderOrigin } | { readonly row: HeaderRow };

const rowHeight = 28;

/** The matrix itself. Only what is about in sight is in the document; names and numbers stay in sight. */
export function MatrixGrid({
  points,
  visible: { columns, groups },
}: {
  points: HeaderMatrix["points"];
  visible: VisibleMatrix;
}) {
  // The virtualizers are mutable objects: what the compiler would memoise on them goes stale.
  "use no memo";
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [hovered, setHovered] = useState<GridPlace | null>(null);
  const requestWidth = useRef(valueWidth);
  const headHeight = points.length > 1 ? 56 : 36;
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => requestWidth.current,
    overscan: 3,
    scrollMargin: nameWidth,
    scrollPaddingStart: nameWidth,
  });
  const lines = groups.flatMap(({ origin, rows }): Line[] => [{ origin }, ...rows.map((row) => ({ row }))]);
  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Whole for any usual run, so that the page's own search finds every header; bounded for hundreds of them.
    overscan: 60,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const cellWidth = cellWidthFor(across.scrollRect?.width ?? 0, columns.length, points.length);
  if (requestWidth.current !== cellWidth * points.length) {
    requestWidth.current = cellWidth * points.length;
    across.measure();
  }

  const rows = groups.flatMap((group) => group.rows);
  const shown = across.getVirtualItems();
  const before = shown[0] === undefined ? 0 : shown[0].start - nameWidth;
  const after = across.getTotalSize() - ((shown.at(-1)?.end ?? nameWidth) - nameWidth);
  const shownColumns = {
    indices: shown.map(({ index }) => index),
    padBefore: before > 0,
    padAfter: after > 0,
  };
  const shownLines = down.getVirtualItems();
  const above = (shownLines[0]?.start ?? headHeight) - headHeight;
  const below = down.getTotalSize() - ((shownLines.at(-1)?.end ?? headHeight) - headHeight);
  const cells = columns.length * points.length;
  const focus = focusOf(place, rows, cells);
  const span = shown.length * points.length + 1 + Number(before > 0) + Number(after > 0);

  const goTo = (next: GridPlace) => {
    setPlace(next);
    if (next.cell >= 0) across.scrollToIndex(Math.floor(next.cell / points.length), { align: "auto" });
    const line = lines.findIndex((each) => "row" in each && each.row.key === next.row);
    // Up to the group's name where it is the first of its group.
    down.scrollToIndex(line === 1 ? 0 : line, { align: "auto" });
    // What was out of sight is in the document only after the next paint.
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(placeAttribute(next))}"]`)
        ?.focus({ preventScroll: true }),
    );
  };
  const pick = ({ row, cell }: GridPlace) => {
    const request = columns[Math.floor(cell / points.length)]?.column;
    if (cell >= 0 && request !== undefined) select({ kind: "request", id: request.requestId });
    const missing = rows.find(({ key }) => key === row)?.firstMissing;
    const column = columns.findIndex((each) => each.column.number === missing);
    if (cell === jumpPlace && column >= 0) goTo({ row, cell: firstMissingCell(row, column) });
  };
  const firstMissingCell = (key: string, column: number) => {
    const own = rows.find((row) => row.key === key)?.cells ?? [];
    const first = (columns[column]?.index ?? 0) * points.length;
    const point = own.slice(first, first + points.length).findIndex(({ state }) => state === "missing");
    return column * points.length + Math.max(point, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfterKey(event, focus, rows, cells);
    if (next !== null) goTo(next);
    else if ((event.key === "Enter" || event.key === " ") && focus.cell >= 0) pick(focus);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take focus
          role="grid"
          aria-label="Headers by request"
          aria-colcount={cells + 1}
          aria-rowcount={lines.length + (points.length > 1 ? 2 : 1)}
          onKeyDown={onKeyDown}
          onClick={({ target }) => pick(placeOf(target) ?? { row: "", cell: -1 })}
          onFocus={({ target }) => setPlace((was) => placeOf(target) ?? was)}
          onMouseOver={({ target }) => setHovered(placeOf(target))}
          onMouseLeave={() => setHovered(null)}
          className="table-fixed border-separate border-spacing-0 text-xs"
          style={{ width: nameWidth + across.getTotalSize() }}
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            {before > 0 && <col style={{ width: before }} />}
            {shown.flatMap((item) =>
              points.map((point) => <col key={`${item.key} ${point}`} style={{ width: cellWidth }} />),
            )}
            {after > 0 && <col style={{ width: after }} />}
          </colgroup>
          <thead>
            <tr>
              <th
                scope="col"
                rowSpan={points.length > 1 ? 2 : 1}
                className="sticky top-0 left-0 z-30 border-r border-b bg-panel px-3 text-left font-medium text-subtle"
              >
                Header
              </th>
              {before > 0 && <td className="sticky top-0 z-20 h-9 border-b bg-panel" />}
              {shown.map((item) => {
                const visible = columns[item.index];
                return visible === undefined ? null : (
                  <ColumnHead
                    key={item.key}
                    column={visible.column}
                    last={visible.last}
                    index={item.index}
                    points={points.length}
                    width={cellWidth * points.length}
                  />
                );
              })}
              {after > 0 && <td className="sticky top-0 z-20 h-9 border-b bg-panel" />}
            </tr>
            {points.length > 1 && (
              <tr>
                {before > 0 && <td className="sticky top-9 z-20 h-5 border-b bg-panel" />}
                {shown.map((item) => (
                  <PointHeads
                    key={item.key}
                    points={points}
                    first={item.index * points.length}
                    width={cellWidth}
                  />
                ))}
                {after > 0 && <td className="sticky top-9 z-20 h-5 border-b bg-panel" />}
              </tr>
            )}
          </thead>
          <tbody>
            {above > 0 && <tr style={{ height: above }} />}
            {shownLines.map((item) => {
              const line = lines[item.index];
              if (line === undefined) return null;
              return "row" in line ? (
                <MatrixRow
                  key={line.row.key}
                  row={line.row}
                  points={points}
                  columns={columns}
                  shown={shownColumns}
                  cellWidth={cellWidth}
                  focus={focus}
                />
              ) : (
                <tr key={line.origin}>
                  <th
                    scope="rowgroup"
                    colSpan={span}
                    className="h-7 border-b bg-sunken p-0 text-left text-2xs font-medium text-subtle"
                  >
                    <span className="sticky left-3">{originTitles[line.origin]}</span>
                  </th>
                </tr>
              );
            })}
            {below > 0 && <tr style={{ height: below }} />}
          </tbody>
        </table>
        {rows.length === 0 && <p className="p-3 text-sm text-muted">No header fits the filter.</p>}
        {columns.length === 0 && <p className="p-3 text-sm text-muted">No request fits the filter.</p>}
      </div>
      <CellDetail place={hovered ?? place} rows={rows} columns={columns} points={points} />
    </>
  );
}

/** The one cell that Tab comes to: where the focus was, as long as a filter has not taken it away. */
function focusOf(place: GridPlace | null, rows: readonly HeaderRow[], cells: number): GridPlace {
  const isThere = place !== null && place.cell < cells && rows.some((row) => row.key === place.row);
  return isThere ? place : { row: rows[0]?.key ?? "", cell: 0 };
}
