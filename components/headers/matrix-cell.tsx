import { classNames } from "@/components/ui/class-names";
import { cellName, cellSign, cellValue } from "@/lib/run/header-cell-text";
import type { HeaderCell, HeaderColumn, HeaderRow } from "@/lib/run/header-matrix";
import { toneLooks } from "./cell-looks";
import { placeAttribute } from "./grid-place";
import { valueWidth } from "./matrix-size";

/** One header on one request at one point: a sign for what happened to it, and its value where there is room. */
export function MatrixCell({
  row,
  cell,
  column,
  place,
  width,
  opensRequest,
  inTabOrder,
}: {
  row: HeaderRow;
  cell: HeaderCell;
  column: HeaderColumn;
  place: number;
  width: number;
  /** True for the first cell of a request, which a line sets off from the request before. */
  opensRequest: boolean;
  inTabOrder: boolean;
}) {
  const name = cellName(row, column, cell);
  const { glyph, tone } = cellSign(cell);
  // The first request says the value; after it, only what differs speaks.
  const isQuiet = tone === "same" && place > 0;
  const text = width < valueWidth || isQuiet ? "" : cell.state === "missing" ? "missing" : cellValue(cell);
  return (
    <td
      data-cell={placeAttribute({ row: row.key, cell: place })}
      data-state={cell.state}
      data-tone={tone}
      aria-colindex={place + 2}
      aria-label={name}
      title={name}
      tabIndex={inTabOrder ? 0 : -1}
      className={classNames(
        "focus-inset h-7 cursor-default truncate border-b font-mono hover:ring-1 hover:ring-line-strong hover:ring-inset",
        opensRequest ? "border-l border-l-line-strong" : "border-l border-l-transparent",
        text === "" ? "px-0 text-center" : "px-1.5",
        toneLooks[tone],
      )}
    >
      {(tone !== "same" || text === "") && <span aria-hidden>{glyph}</span>}
      {text !== "" && <code className={classNames("font-normal", tone !== "same" && "ml-1.5")}>{text}</code>}
    </td>
  );
}
