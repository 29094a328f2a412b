"use client";
import type { HeaderMatrix, HeaderRow } from "@/lib/run/header-matrix";
import type { VisibleMatrix } from "@/lib/run/header-matrix-filter";
import type { GridPlace } from "./grid-place";
import { MatrixCell } from "./matrix-cell";
import { RowHead } from "./row-head";

export type ShownColumns = {
  /** Places in the list of visible columns. */
  readonly indices: readonly number[];
  readonly padBefore: boolean;
  readonly padAfter: boolean;
};

/** One header: its name, and its cells on the requests in sight. */
export function MatrixRow({
  row,
  points,
  columns,
  shown,
  cellWidth,
  focus,
}: {
  row: HeaderRow;
  points: HeaderMatrix["points"];
  columns: VisibleMatrix["columns"];
  shown: ShownColumns;
  cellWidth: number;
  focus: GridPlace;
}) {
  const focusCell = focus.row === row.key ? focus.cell : null;
  return (
    <tr>
      <RowHead row={row} focusCell={focusCell} />
      {shown.padBefore && <td className="border-b" />}
      {shown.indices.flatMap((index) =>
        points.map((point, pointIndex) => {
          const visible = columns[index];
          const cell = visible && row.cells[visible.index * points.length + pointIndex];
          if (visible === undefined || cell === undefined) return null;
          const place = index * points.length + pointIndex;
          return (
            <MatrixCell
              key={`${visible.column.requestId} ${point}`}
              row={row}
              cell={cell}
              column={visible.column}
              place={place}
              width={cellWidth}
              opensRequest={pointIndex === 0}
              inTabOrder={focusCell === place}
            />
          );
        }),
      )}
      {shown.padAfter && <td className="border-b" />}
    </tr>
  );
}
