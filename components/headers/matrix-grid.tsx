"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import { select } from "@/lib/client/selection";
import type { HeaderColumn, HeaderGroup } from "@/lib/run/header-matrix";
import { CellDetail } from "./cell-detail";
import { ColumnHead } from "./column-head";
import { GroupRows } from "./group-rows";
import { cellWidthFor, nameWidth, valueWidth } from "./matrix-size";

/** Row and column of the cell that has, or would get, the focus. */
export type GridPlace = { readonly row: string; readonly column: number };

/** The matrix itself. Only the columns in sight are in the document; names and numbers stay in sight. */
export function MatrixGrid({
  columns,
  groups,
}: {
  columns: readonly HeaderColumn[];
  groups: readonly HeaderGroup[];
}) {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [hovered, setHovered] = useState<GridPlace | null>(null);
  const width = useRef(valueWidth);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => width.current,
    overscan: 4,
    scrollMargin: nameWidth,
    scrollPaddingStart: nameWidth,
  });
  const cellWidth = cellWidthFor(virtualizer.scrollRect?.width ?? 0, columns.length);
  if (width.current !== cellWidth) {
    width.current = cellWidth;
    virtualizer.measure();
  }

  const rows = groups.flatMap((group) => group.rows);
  const shown = virtualizer.getVirtualItems();
  const before = shown[0] === undefined ? 0 : shown[0].start - nameWidth;
  const after = virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? nameWidth) - nameWidth);
  const focus = place ?? { row: rows[0]?.key ?? "", column: 0 };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.findIndex((each) => each.key === focus.row);
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const nextRow = rows[Math.min(Math.max(row + (step[0] ?? 0), 0), rows.length - 1)];
    const column = Math.min(Math.max(focus.column + (step[1] ?? 0), 0), columns.length - 1);
    if (nextRow === undefined) return;
    setPlace({ row: nextRow.key, column });
    virtualizer.scrollToIndex(column, { align: "auto" });
    // A column that was out of sight is in the document only after the next paint.
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${nextRow.key}/${column}`)}"]`)
        ?.focus(),
    );
  };

  return (
    <>
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take focus
          role="grid"
          aria-label="Headers by request"
          aria-colcount={columns.length + 1}
          onKeyDown={onKeyDown}
          className="table-fixed border-separate border-spacing-0 text-xs"
          style={{ width: nameWidth + virtualizer.getTotalSize() }}
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            {before > 0 && <col style={{ width: before }} />}
            {shown.map((item) => (
              <col key={item.key} style={{ width: item.size }} />
            ))}
            {after > 0 && <col style={{ width: after }} />}
          </colgroup>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-30 h-9 border-r border-b bg-panel px-3 text-left font-medium text-subtle"
              >
                Header
              </th>
              {before > 0 && <td className="sticky top-0 z-20 border-b bg-panel" />}
              {shown.map((item) => {
                const column = columns[item.index];
                return column === undefined ? null : (
                  <ColumnHead key={item.key} column={column} index={item.index} wide={cellWidth >= 64} />
                );
              })}
              {after > 0 && <td className="sticky top-0 z-20 border-b bg-panel" />}
            </tr>
          </thead>
          {groups.map((group) => (
            <GroupRows
              key={group.origin}
              group={group}
              columns={columns}
              shown={shown.map((item) => item.index)}
              padding={{ before: before > 0, after: after > 0 }}
              cellWidth={cellWidth}
              focus={focus}
              onFocus={setPlace}
              onHover={setHovered}
              onPick={(requestId) => select({ kind: "request", id: requestId })}
            />
          ))}
        </table>
        {rows.length === 0 && <p className="p-3 text-sm text-muted">No header fits the filter.</p>}
      </div>
      <CellDetail place={hovered ?? place} rows={rows} columns={columns} />
    </>
  );
}
