// What does a cell of the header matrix say, as a sign and in words?
import type { HopChange } from "./header-hop-cause";
import type { HeaderLines } from "./header-lookup";
import type { HeaderCell, HeaderCellState, HeaderColumn, HeaderRow } from "./header-matrix";

/** How loud a cell is. `quiet` is a change nobody has to look at: made by who should make it. */
export type CellTone = "same" | "quiet" | "changed" | "added" | "missing" | "none";

/** Never colour alone: every state has a sign of its own. */
const stateSigns: Readonly<Record<HeaderCellState, { glyph: string; tone: CellTone }>> = {
  same: { glyph: "·", tone: "same" },
  changed: { glyph: "≠", tone: "changed" },
  added: { glyph: "+", tone: "added" },
  missing: { glyph: "–", tone: "missing" },
  removed: { glyph: "⊘", tone: "quiet" },
  absent: { glyph: "", tone: "none" },
  unobserved: { glyph: "?", tone: "quiet" },
};

const hopGlyphs: Readonly<Record<HopChange, string>> = {
  same: "·",
  absent: "",
  added: "+",
  changed: "≠",
  missing: "–",
  renamed: "Aa",
};

const stateWords: Readonly<Record<HeaderCellState, string>> = {
  same: "same",
  changed: "changed",
  added: "added",
  missing: "missing",
  removed: "removed on purpose",
  absent: "not sent",
  unobserved: "not observed at this point",
};

/** @returns the sign of a cell: what differs from the request before, else what the hop before this point did */
export function cellSign(cell: HeaderCell): { glyph: string; tone: CellTone } {
  if (cell.state !== "same" || cell.hop === "same") return stateSigns[cell.state];
  // The same on every request, but not what was asked for.
  if (cell.problem) return stateSigns.changed;
  return { glyph: hopGlyphs[cell.hop], tone: "quiet" };
}

/** @returns the values as they may be shown, a redacted one with the beginning of its fingerprint */
export function cellValue(cell: HeaderCell): string {
  return linesText(cell.lines);
}

/** @returns the values of a header's lines as they may be shown, one after the other; empty where there is none */
export function linesText(lines: HeaderLines | null): string {
  return (lines?.values ?? [])
    .map((value) => (value.redacted ? `${value.shown} #${shortFingerprint(value.fingerprint)}` : value.shown))
    .join(" ⏎ ");
}

/** @returns the cell in one sentence: `"X-Trace on request 2 at wire: changed, abc"` */
export function cellName(row: HeaderRow, column: HeaderColumn, cell: HeaderCell): string {
  const value = cellValue(cell);
  const hop = hopWords(cell);
  const asked = cell.problem && cell.lines !== null && hop === "" ? ["not as asked for"] : [];
  const parts = [
    stateWords[cell.state],
    ...asked,
    ...(hop === "" ? [] : [hop]),
    ...(value === "" ? [] : [value]),
  ];
  return `${row.name} on request ${column.number} at ${cell.point}: ${parts.join(", ")}`;
}

/** @returns what happened to the header on the way to the point shown, empty where nothing did */
export function hopWords({ hop, point }: HeaderCell): string {
  if (point === "fetch") {
    return {
      added: "",
      missing: "asked for and not sent",
      changed: "not the value asked for",
      renamed: "",
      same: "",
      absent: "",
    }[hop];
  }
  return {
    added: "added on the way here",
    missing: "lost on the way here",
    changed: "value replaced on the way here",
    renamed: "name in another case than before",
    same: "",
    absent: "",
  }[hop];
}

/** @returns enough of a fingerprint to tell two values apart by eye */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 6);
}
