"use client";
import { classNames } from "@/components/ui/class-names";
import { select } from "@/lib/client/selection";
import { useSelection } from "@/lib/client/use-selection";
import type { HeaderColumn } from "@/lib/run/header-matrix";

/** The head of one request's column: its number, its turn, its attempt. */
export function ColumnHead({ column, index, wide }: { column: HeaderColumn; index: number; wide: boolean }) {
  const selection = useSelection();
  const selected = selection?.kind === "request" && selection.id === column.requestId;
  const attempt = column.attempt > 1 ? `, attempt ${column.attempt}` : "";
  const name = `Request ${column.number}, turn ${column.turnIndex + 1}${attempt}`;
  return (
    <th
      scope="col"
      aria-colindex={index + 2}
      className={classNames("sticky top-0 z-20 h-9 border-b bg-panel p-0", selected && "bg-selected")}
    >
      <button
        type="button"
        aria-label={name}
        title={name}
        onClick={() => select({ kind: "request", id: column.requestId })}
        className={classNames(
          "focus-inset flex h-full w-full flex-col justify-center leading-4 font-medium hover:bg-hover",
          wide ? "items-start px-2" : "items-center",
        )}
      >
        {wide ? `Request ${column.number}` : column.number}
        <span className="text-2xs font-normal text-subtle">
          {wide ? `turn ${column.turnIndex + 1}` : `t${column.turnIndex + 1}`}
          {column.attempt > 1 && (wide ? ` · attempt ${column.attempt}` : " ↻")}
        </span>
      </button>
    </th>
  );
}
