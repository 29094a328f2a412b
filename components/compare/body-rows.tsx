"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { repeatedMessages } from "@/lib/run/compare-bodies";
import type { JsonRow } from "@/lib/run/compare-json";
import { JsonCellView } from "./json-cell";
import { MarkCell } from "./mark-cell";
import { RowLabel } from "./row-label";
import type { Columns } from "./use-columns";

/** The fields of one request's body in every run. What differs inside stands open, what is the same is folded. */
export function BodyRows({
  rows,
  reference,
  columns,
  only,
}: {
  rows: readonly JsonRow[];
  reference: number;
  columns: Columns;
  only: boolean;
}) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (row: JsonRow) => toggled.has(row.path) !== differsInside(row);
  const toggle = (path: string) => {
    const next = new Set(toggled);
    if (!next.delete(path)) next.add(path);
    setToggled(next);
  };
  return visibleRows(rows, 0, isOpen, only).map(({ row, depth, open }) => (
    <tr key={row.path}>
      <RowLabel title={row.path}>
        <FieldLabel row={row} depth={depth} open={open} onToggle={() => toggle(row.path)} />
      </RowLabel>
      {row.cells.map((cell, place) => {
        const isReference = place === reference;
        const base = row.cells[reference]?.value;
        return (
          <MarkCell key={columns.ids[place]} mark={cell.mark} isReference={isReference} quiet={open}>
            {cell.value !== undefined && (isReference || cell.mark !== "same") ? (
              <JsonCellView value={cell.value} base={isReference ? undefined : base} open={open} />
            ) : undefined}
          </MarkCell>
        );
      })}
    </tr>
  ));
}

function FieldLabel({
  row,
  depth,
  open,
  onToggle,
}: {
  row: JsonRow;
  depth: number;
  open: boolean;
  onToggle: () => void;
}) {
  const name =
    row.label === repeatedMessages ? (
      <span title="Messages the request before carried already: they are compared there">{row.label}</span>
    ) : (
      <code className="[overflow-wrap:anywhere]">{row.label}</code>
    );
  const style = { paddingLeft: depth * 12 };
  if (row.children.length === 0)
    return (
      <span style={style} className="block">
        <span className="block pl-4.5">{name}</span>
      </span>
    );
  return (
    <span style={style} className="block">
      <button
        type="button"
        data-row-toggle
        aria-expanded={open}
        onClick={onToggle}
        className="flex items-start gap-1 rounded-sm text-left hover:text-ink"
      >
        <ChevronRight
          aria-hidden
          className={classNames(
            "mt-0.5 size-3.5 shrink-0 text-subtle transition-transform",
            open && "rotate-90",
          )}
        />
        {name}
      </button>
    </span>
  );
}

type VisibleRow = { readonly row: JsonRow; readonly depth: number; readonly open: boolean };

function visibleRows(
  rows: readonly JsonRow[],
  depth: number,
  isOpen: (row: JsonRow) => boolean,
  only: boolean,
): VisibleRow[] {
  return rows
    .filter((row) => row.differs || !only)
    .flatMap((row) => {
      const open = row.children.length > 0 && isOpen(row);
      return [{ row, depth, open }, ...(open ? visibleRows(row.children, depth + 1, isOpen, only) : [])];
    });
}

/** True where at least two runs have it and differ in it: what only some have is told in one line. */
function differsInside(row: JsonRow): boolean {
  return row.cells.some(({ mark }) => mark === "changed");
}
