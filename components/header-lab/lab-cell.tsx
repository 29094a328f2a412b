"use client";
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { runCells } from "@/lib/client/header-lab";
import { useLab } from "@/lib/client/lab-results";
import type { CheckCell } from "@/lib/run/header-check/check-cell";
import type { CellPlace } from "./cell-place";
import { type CellWords, cellName, cellWords, resultOf } from "./cell-words";
import { cellLooks, LookIcon } from "./look-icon";
import { runPath } from "./run-path";

/** What one run said: in words, with an icon, and why. Its words open the run. */
export function LabCell({
  cell,
  place,
  span,
  inTabOrder,
  highlighted,
  onPoint,
  onFocus,
}: {
  cell: CheckCell;
  place: CellPlace;
  /** How many columns it stands for; it speaks for one kind and route otherwise. */
  span?: number;
  inTabOrder: boolean;
  highlighted: boolean;
  onPoint: () => void;
  onFocus: () => void;
}) {
  const result = useLab(({ results }) => resultOf(cell, results));
  const words = cellWords(cell, result);
  const isUnderWay = words.look === "waiting" || words.look === "running";
  const runId = result !== null && "runId" in result ? result.runId : null;
  const tabIndex = inTabOrder ? 0 : -1;
  return (
    <td
      data-place={`${place.row}/${place.column}`}
      data-look={words.look}
      colSpan={span}
      aria-label={
        span === undefined
          ? cellName(cell, words)
          : `${cell.labels.engine} ${cell.labels.version}: ${words.text}`
      }
      onMouseEnter={onPoint}
      onFocus={onFocus}
      className={classNames(
        "group relative border-r border-b px-2 py-1.5 align-top",
        cellLooks[words.look].cell,
        highlighted && "ring-2 ring-accent ring-inset",
      )}
    >
      <span className="flex items-start gap-1.5 pr-5">
        <LookIcon look={words.look} />
        <CellControl cell={cell} words={words} runId={runId} tabIndex={tabIndex} />
      </span>
      {words.why !== "" && (
        <span className="mt-0.5 line-clamp-2 pl-5 text-2xs text-muted" title={words.why}>
          {words.why}
        </span>
      )}
      {cell.status === "planned" && words.look !== "idle" && (
        <IconButton
          label={`Run again: ${cell.labels.engine} ${cell.labels.version}, ${cell.labels.kind}`}
          size="sm"
          disabled={isUnderWay}
          tabIndex={tabIndex}
          onClick={() => runCells([cell])}
          className="absolute top-0.5 right-0.5 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 disabled:opacity-0"
        >
          <RotateCw aria-hidden />
        </IconButton>
      )}
    </td>
  );
}

/** A link to the run where there is one; a button that starts it where it is still to be made. */
function CellControl({
  cell,
  words,
  runId,
  tabIndex,
}: {
  cell: CheckCell;
  words: CellWords;
  runId: string | null;
  tabIndex: number;
}): ReactNode {
  const shared = { "data-control": true, tabIndex };
  const looks = "min-w-0 rounded-sm text-left";
  if (runId !== null) {
    return (
      <a {...shared} href={runPath(runId, words)} className={classNames(looks, "hover:underline")}>
        {words.text}
      </a>
    );
  }
  if (cell.status === "planned" && (words.look === "idle" || words.look === "stopped")) {
    return (
      <button
        {...shared}
        type="button"
        aria-label={`Run: ${cell.labels.engine} ${cell.labels.version}, ${cell.labels.kind}`}
        onClick={() => runCells([cell])}
        className={classNames(looks, "hover:text-accent-text hover:underline")}
      >
        <span className="group-hover:hidden">{words.text}</span>
        <span aria-hidden className="hidden group-hover:inline">
          run it
        </span>
      </button>
    );
  }
  return (
    <span {...shared} tabIndex={tabIndex} className={looks}>
      {words.text}
    </span>
  );
}
