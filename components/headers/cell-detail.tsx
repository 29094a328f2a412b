"use client";
import { CopyButton } from "@/components/ui/copy-button";
import { useRun } from "@/lib/client/use-run";
import { curlOf } from "@/lib/export/curl";
import { cellName } from "@/lib/run/header-cell-text";
import { headerExplanation } from "@/lib/run/header-explanations";
import type { HeaderColumn, HeaderRow } from "@/lib/run/header-matrix";
import { userOrigins } from "@/lib/run/header-origin";
import { findRequest } from "@/lib/run/reduce-run";
import type { GridPlace } from "./matrix-grid";

/** What the cell under the pointer or the focus says in full. It keeps its height, so nothing moves. */
export function CellDetail({
  place,
  rows,
  columns,
}: {
  place: GridPlace | null;
  rows: readonly HeaderRow[];
  columns: readonly HeaderColumn[];
}) {
  const row = rows.find((each) => each.key === place?.row);
  const column = place === null ? undefined : columns[place.column];
  const cell = place === null ? undefined : row?.cells[place.column];
  const request = useRun((run) => (column === undefined ? undefined : findRequest(run, column.requestId)));
  const isShown = row !== undefined && column !== undefined && cell !== undefined;
  return (
    <footer className="flex h-12 shrink-0 items-center gap-3 border-t bg-panel pr-1.5 pl-3 text-xs">
      {isShown ? (
        <div className="min-w-0 flex-1">
          <p className="truncate font-mono">{cellName(row, column, cell)}</p>
          <p className="truncate text-subtle">
            {row.firstMissing !== null && `First missing on request ${row.firstMissing}. `}
            {headerExplanation(row.key) ??
              (userOrigins.has(row.origin) ? "A header of yours." : "Not a header that is generally known.")}
          </p>
        </div>
      ) : (
        <p className="text-subtle">
          <b className="font-bold">·</b> same as before &nbsp; <b>≠</b> changed &nbsp; <b>+</b> added &nbsp;{" "}
          <b>–</b> missing &nbsp; blank: not sent
        </p>
      )}
      {isShown && request !== undefined && (
        <span className="flex shrink-0 items-center gap-1 text-subtle">
          cURL
          <CopyButton text={() => curlOf(request)} label={`Copy request ${column.number} as cURL`} />
        </span>
      )}
    </footer>
  );
}
