"use client";
import { classNames } from "@/components/ui/class-names";
import { cellGlyphs, cellName, cellValue } from "@/lib/run/header-cell-text";
import type { HeaderCell, HeaderCellState, HeaderColumn, HeaderRow } from "@/lib/run/header-matrix";
import { valueWidth } from "./matrix-size";

const looks: Readonly<Record<HeaderCellState, string>> = {
  same: "text-header-same-text",
  changed: "bg-header-changed-soft text-header-changed-text",
  added: "bg-header-added-soft text-header-added-text",
  missing: "border border-dashed border-header-missing bg-header-missing-soft text-header-missing-text",
  absent: "",
  unobserved: "text-subtle",
};

/** One header on one request: a sign for its state, and its value where there is room. */
export function MatrixCell({
  row,
  cell,
  column,
  index,
  width,
  inTabOrder,
  onFocus,
  onHover,
  onPick,
}: {
  row: HeaderRow;
  cell: HeaderCell;
  column: HeaderColumn;
  index: number;
  width: number;
  inTabOrder: boolean;
  onFocus: () => void;
  onHover: () => void;
  onPick: () => void;
}) {
  const name = cellName(row, column, cell);
  const value = cellValue(cell);
  // The first request says the value; after it, only what differs speaks.
  const isQuiet = cell.state === "same" && index > 0;
  const text = width < valueWidth || isQuiet ? "" : cell.state === "missing" ? "missing" : value;
  return (
    <td aria-colindex={index + 2} className="h-7 border-b p-px">
      <button
        type="button"
        data-cell={`${row.key}/${index}`}
        data-state={cell.state}
        aria-label={name}
        title={name}
        tabIndex={inTabOrder ? 0 : -1}
        onFocus={onFocus}
        onMouseEnter={onHover}
        onClick={onPick}
        className={classNames(
          "focus-inset flex h-[25px] w-full items-center gap-1.5 rounded-sm px-1.5 hover:ring-1 hover:ring-line-strong",
          text === "" && width < valueWidth && "justify-center",
          looks[cell.state],
        )}
      >
        {(cell.state !== "same" || text === "") && (
          <span
            aria-hidden
            className={classNames("shrink-0 font-mono", cell.state === "same" && "font-bold")}
          >
            {cellGlyphs[cell.state]}
          </span>
        )}
        {text !== "" && <code className="truncate">{text}</code>}
        {(cell.hop === "changed" || cell.hop === "added") && cell.state === "same" && (
          <span aria-hidden className="ml-auto shrink-0 text-2xs text-subtle">
            {cell.hop === "added" ? "+ here" : "≠ here"}
          </span>
        )}
      </button>
    </td>
  );
}
