"use client";
import { ListChecks } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { DataTable, HeadCell } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { CheckCell } from "@/lib/run/header-check/check-cell";
import { checkFacts } from "@/lib/run/header-check/check-facts";
import { checkTable } from "@/lib/run/header-check/check-table";
import { type CellPlace, placeAfterKey } from "./cell-place";
import { LabCell } from "./lab-cell";
import { LabDetail } from "./lab-detail";

const nameWidth = 128;
const cellWidth = 200;

/** A row per engine and version, a column per kind of header and route. It fills as runs end. */
export function LabTable({
  cells,
  newest,
  highlighted,
}: {
  cells: readonly CheckCell[];
  newest: string;
  highlighted: string | null;
}) {
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const [pointed, setPointed] = useState<CheckCell | null>(null);
  const { columns, groups } = checkTable(cells);
  const rows = groups.flatMap((group) => group.rows);
  const at = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  const fact = checkFacts.find(({ id }) => id === highlighted);
  const hasRoutes = new Set(columns.map(({ route }) => route)).size > 1;
  if (cells.length === 0) {
    return (
      <EmptyState icon={<ListChecks aria-hidden />} title="Nothing is chosen">
        Choose at least one engine, one version, one kind of header and one route: every combination is a run.
      </EmptyState>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfterKey(event, at, { rows: rows.length, columns: columns.length });
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    const controlAt = (column: number) =>
      grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}/${column}"] [data-control]`);
    // A row that is one cell has its control in the first column.
    (controlAt(next.column) ?? controlAt(0))?.focus();
  };
  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto">
        <DataTable
          ref={grid}
          role="grid"
          aria-label="Header lab"
          onKeyDown={onKeyDown}
          onMouseLeave={() => setPointed(null)}
          className="table-fixed text-xs"
          style={{ minWidth: nameWidth + columns.length * cellWidth }}
        >
          <thead>
            <tr>
              <HeadCell className="left-0 z-20 border-r pl-3" style={{ width: nameWidth }}>
                Version
              </HeadCell>
              {columns.map(({ key, labels }) => (
                <HeadCell key={key} className="whitespace-normal border-r py-1 align-top leading-4">
                  <span className="text-ink">{labels.kind}</span>
                  {hasRoutes && <span className="block font-normal">{labels.route}</span>}
                </HeadCell>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.engine}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={columns.length + 1}
                  className="h-7 border-b bg-sunken p-0 text-left text-2xs font-medium text-subtle"
                >
                  <span className="sticky left-3">{group.engine}</span>
                </th>
              </tr>
              {group.rows.map((row) => (
                <tr key={row.key}>
                  <th
                    scope="row"
                    className="sticky left-0 z-10 border-r border-b bg-panel px-3 py-1.5 text-left align-top font-normal"
                  >
                    <code>{row.labels.version}</code>
                    {row.labels.version === newest && (
                      <span className="ml-1.5 text-2xs text-subtle">newest</span>
                    )}
                  </th>
                  {mergedCells(row.cells).map((cell, column, { length }) => {
                    const own = { row: rows.indexOf(row), column };
                    const isMerged = length < row.cells.length;
                    return (
                      <LabCell
                        key={cell.id}
                        cell={cell}
                        place={own}
                        {...(isMerged && { span: row.cells.length })}
                        inTabOrder={own.row === at.row && (isMerged || own.column === at.column)}
                        highlighted={fact?.isAbout(cell) === true && cell.status === "planned"}
                        onPoint={() => setPointed(cell)}
                        onFocus={() => {
                          setPlace(own);
                          setPointed(cell);
                        }}
                      />
                    );
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </DataTable>
      </div>
      <LabDetail cell={pointed} />
    </>
  );
}

/** A row that does not apply at all says so once. */
function mergedCells(cells: readonly CheckCell[]): readonly CheckCell[] {
  const [first] = cells;
  if (first?.status !== "not-applicable") return cells;
  const isOne = cells.every((cell) => cell.status === "not-applicable" && cell.reason === first.reason);
  return isOne ? [first] : cells;
}
