"use client";
import { Columns4 } from "lucide-react";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { select } from "@/lib/client/selection";
import { useRun } from "@/lib/client/use-run";
import { curlOf } from "@/lib/export/curl";
import { cellName } from "@/lib/run/header-cell-text";
import { headerExplanation } from "@/lib/run/header-explanations";
import type { HeaderCell, HeaderMatrix, HeaderRow } from "@/lib/run/header-matrix";
import type { VisibleMatrix } from "@/lib/run/header-matrix-filter";
import { userOrigins } from "@/lib/run/header-origin";
import { findRequest } from "@/lib/run/reduce-run";
import type { GridPlace } from "./grid-place";
import { useHeadersView } from "./use-headers-view";

/** What the cell under the pointer or the focus says in full. It keeps its height, so nothing moves. */
export function CellDetail({
  place,
  rows,
  columns,
  points,
}: {
  place: GridPlace | null;
  rows: readonly HeaderRow[];
  columns: VisibleMatrix["columns"];
  points: HeaderMatrix["points"];
}) {
  const [, setView] = useHeadersView();
  const row = rows.find((each) => each.key === place?.row);
  // On the name of a header, its first request speaks for it.
  const at = Math.max(place?.cell ?? 0, 0);
  const visible = columns[Math.floor(at / points.length)];
  const column = visible?.column;
  const cell = visible && row?.cells[visible.index * points.length + (at % points.length)];
  const request = useRun((run) => (column === undefined ? undefined : findRequest(run, column.requestId)));
  if (row === undefined || column === undefined || cell === undefined) return <Legend />;
  return (
    <footer className="flex h-16 shrink-0 items-center gap-3 border-t bg-panel pr-1.5 pl-3 text-xs">
      <div className="min-w-0 flex-1 leading-4">
        <p className="truncate font-mono">{cellName(row, column, cell)}</p>
        <p
          className={`truncate ${cell.cause?.intended === false ? "text-header-missing-text" : "text-muted"}`}
        >
          {causeText(cell) || (row.firstMissing !== null && `First missing on request ${row.firstMissing}.`)}
        </p>
        <p className="truncate text-subtle">
          {headerExplanation(row.key) ??
            (userOrigins.has(row.origin) ? "A header of yours." : "Not a header that is generally known.")}
        </p>
      </div>
      {request !== undefined && (
        <span className="flex shrink-0 items-center gap-1 text-subtle">
          <IconButton
            label={`Request ${column.number} hop by hop`}
            size="sm"
            tooltipSide="top"
            onClick={() => {
              select({ kind: "request", id: column.requestId });
              setView("hops");
            }}
          >
            <Columns4 aria-hidden />
          </IconButton>
          cURL
          <CopyButton text={() => curlOf(request)} label={`Copy request ${column.number} as cURL`} />
        </span>
      )}
    </footer>
  );
}

function causeText({ cause }: HeaderCell): string {
  return cause === null ? "" : [`${cause.by}: ${cause.why}`, cause.fix].filter(Boolean).join(" ");
}

function Legend() {
  const signs = [
    ["·", "same as on the request before"],
    ["≠", "changed"],
    ["+", "added"],
    ["–", "missing"],
    ["⊘", "removed on purpose"],
    ["Aa", "name in another case"],
  ];
  return (
    <footer className="flex h-16 shrink-0 flex-wrap content-center items-center gap-x-4 gap-y-1 border-t bg-panel px-3 text-xs text-subtle">
      {signs.map(([sign, words]) => (
        <span key={sign}>
          <b className="font-mono">{sign}</b> {words}
        </span>
      ))}
      <span>blank: not sent</span>
    </footer>
  );
}
