// What does a cell of the header matrix say in words?
import type { HeaderCell, HeaderCellState, HeaderColumn, HeaderRow } from "./header-matrix";

/** Never colour alone: every state has a sign of its own. */
export const cellGlyphs: Readonly<Record<HeaderCellState, string>> = {
  same: "·",
  changed: "≠",
  added: "+",
  missing: "–",
  absent: "",
  unobserved: "?",
};

const stateWords: Readonly<Record<HeaderCellState, string>> = {
  same: "same",
  changed: "changed",
  added: "added",
  missing: "missing",
  absent: "not sent",
  unobserved: "not observed at this point",
};

/** @returns the values as they may be shown, a redacted one with the beginning of its fingerprint */
export function cellValue(cell: HeaderCell): string {
  return (cell.lines?.values ?? [])
    .map((value) => (value.redacted ? `${value.shown} #${shortFingerprint(value.fingerprint)}` : value.shown))
    .join(" ⏎ ");
}

/** @returns the cell in one sentence: `"X-Trace on request 2: changed, abc"` */
export function cellName(row: HeaderRow, column: HeaderColumn, cell: HeaderCell): string {
  const value = cellValue(cell);
  const hop = hopWords(cell);
  const parts = [stateWords[cell.state], ...(hop === "" ? [] : [hop]), ...(value === "" ? [] : [value])];
  return `${row.name} on request ${column.number}: ${parts.join(", ")}`;
}

/** @returns what happened to the header on the way to the point shown, empty where nothing did */
export function hopWords(cell: HeaderCell): string {
  switch (cell.hop) {
    case "added":
      return "added on the way here";
    case "missing":
      return "lost on the way here";
    case "changed":
      return "value replaced on the way here";
    case "renamed":
      return "name in another case than before";
    default:
      return "";
  }
}

/** @returns enough of a fingerprint to tell two values apart by eye */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 6);
}
