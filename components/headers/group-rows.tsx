"use client";
import type { HeaderColumn, HeaderGroup } from "@/lib/run/header-matrix";
import { originTitles } from "@/lib/run/header-origin";
import { MatrixCell } from "./matrix-cell";
import type { GridPlace } from "./matrix-grid";
import { RowHead } from "./row-head";

type GroupRowsProps = {
  group: HeaderGroup;
  columns: readonly HeaderColumn[];
  shown: readonly number[];
  padding: { before: boolean; after: boolean };
  cellWidth: number;
  focus: GridPlace;
  onFocus: (place: GridPlace) => void;
  onHover: (place: GridPlace | null) => void;
  onPick: (requestId: string) => void;
};

/** The headers one source set, under its name. */
export function GroupRows({ group, columns, shown, padding, ...grid }: GroupRowsProps) {
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={shown.length + 1 + Number(padding.before) + Number(padding.after)}
          className="h-7 border-b bg-sunken p-0 text-left text-2xs font-medium text-subtle"
        >
          <span className="sticky left-3">{originTitles[group.origin]}</span>
        </th>
      </tr>
      {group.rows.map((row) => (
        <tr key={row.key} onMouseLeave={() => grid.onHover(null)}>
          <RowHead row={row} onHover={() => grid.onHover({ row: row.key, column: 0 })} />
          {padding.before && <td className="border-b" />}
          {shown.map((index) => {
            const cell = row.cells[index];
            const column = columns[index];
            if (cell === undefined || column === undefined) return null;
            const place = { row: row.key, column: index };
            return (
              <MatrixCell
                key={column.requestId}
                row={row}
                cell={cell}
                column={column}
                index={index}
                width={grid.cellWidth}
                inTabOrder={grid.focus.row === row.key && grid.focus.column === index}
                onFocus={() => grid.onFocus(place)}
                onHover={() => grid.onHover(place)}
                onPick={() => grid.onPick(cell.requestId)}
              />
            );
          })}
          {padding.after && <td className="border-b" />}
        </tr>
      ))}
    </tbody>
  );
}
