"use client";
import { classNames } from "@/components/ui/class-names";
import { select } from "@/lib/client/selection";
import { useSelection } from "@/lib/client/use-selection";
import type { HeaderColumn } from "@/lib/run/header-matrix";
import { requestKindWords } from "@/lib/run/request-kind";
import { KindIcon } from "./kind-icon";

/** The head of one request, or of a stretch of alike ones: its number, its turn, its attempt, its kind. */
export function ColumnHead({
  column,
  last,
  index,
  points,
  width,
}: {
  column: HeaderColumn;
  /** The last of the requests that are folded into this column. */
  last: HeaderColumn;
  index: number;
  points: number;
  width: number;
}) {
  const selection = useSelection();
  const selected = selection?.kind === "request" && selection.id === column.requestId;
  const attempt = column.attempt > 1 ? `, attempt ${column.attempt}` : "";
  const kind = requestKindWords[column.kind];
  const isFolded = last !== column;
  const name = isFolded
    ? `Requests ${column.number} to ${last.number}, alike, turns ${column.turnIndex + 1} to ${last.turnIndex + 1}, ${kind}`
    : `Request ${column.number}, turn ${column.turnIndex + 1}${attempt}, ${kind}`;
  const numbers = isFolded ? `${column.number}–${last.number}` : `${column.number}`;
  const wide = width >= 132;
  const middling = width >= 72;
  return (
    <th
      scope="col"
      colSpan={points}
      aria-colindex={index * points + 2}
      className={classNames(
        "sticky top-0 z-20 h-9 border-b border-l border-l-line-strong bg-panel p-0",
        selected && "bg-selected",
      )}
    >
      <button
        type="button"
        aria-label={name}
        title={name}
        onClick={() => select({ kind: "request", id: column.requestId })}
        className={classNames(
          "focus-inset flex h-full w-full flex-col justify-center overflow-hidden whitespace-nowrap leading-4 font-medium hover:bg-hover",
          middling ? "items-start px-2" : "items-center",
        )}
      >
        {wide && isFolded ? `Requests ${numbers}` : middling && !isFolded ? `Request ${numbers}` : numbers}
        <span className="flex max-w-full items-center gap-1 text-2xs font-normal text-subtle">
          {isFolded
            ? `${last.number - column.number + 1} alike`
            : middling
              ? `turn ${column.turnIndex + 1}`
              : `t${column.turnIndex + 1}`}
          {wide ? <span className="truncate">· {kind}</span> : <KindIcon kind={column.kind} />}
        </span>
      </button>
    </th>
  );
}
