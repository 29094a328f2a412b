"use client";
import { Pin } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { notify } from "@/components/ui/toast-queue";
import { expectHeader, useIsExpected } from "@/lib/client/expectations";
import { headerExplanation } from "@/lib/run/header-explanations";
import type { HeaderRow } from "@/lib/run/header-matrix";
import { expectPlace, jumpPlace, placeAttribute } from "./grid-place";

/** The name of a header in the case it was seen in, whether something is wrong with it, and the wish to have it always. */
export function RowHead({ row, focusCell }: { row: HeaderRow; focusCell: number | null }) {
  const isExpected = useIsExpected(row.name);
  const expect = () => {
    expectHeader(row.name, !isExpected);
    notify({
      title: isExpected ? `${row.name} is no longer expected` : `${row.name} is expected on every request`,
      detail: "From the next run on: a request without it is a finding.",
      action: { label: "Undo", run: () => expectHeader(row.name, isExpected) },
    });
  };
  return (
    <th
      scope="row"
      aria-label={row.name}
      title={headerExplanation(row.key) ?? row.name}
      className="group sticky left-0 z-10 h-7 border-r border-b bg-panel pr-1 pl-3 text-left font-normal"
    >
      <span className="flex items-center gap-1.5">
        <code className={classNames("truncate", row.problems > 0 && "text-header-missing-text")}>
          {row.name}
        </code>
        {row.expected && (
          <span className="shrink-0 rounded-sm border px-1 text-2xs leading-4 text-muted">expected</span>
        )}
        <span className="ml-auto flex shrink-0 items-center">
          {row.firstMissing !== null && (
            <button
              type="button"
              data-cell={placeAttribute({ row: row.key, cell: jumpPlace })}
              aria-label={`${row.name}: first missing on request ${row.firstMissing}, go there`}
              title={`First missing on request ${row.firstMissing}: go there`}
              tabIndex={focusCell === jumpPlace ? 0 : -1}
              className="rounded-sm px-1 text-2xs text-header-missing-text hover:bg-hover"
            >
              – from {row.firstMissing}
            </button>
          )}
          <button
            type="button"
            data-cell={placeAttribute({ row: row.key, cell: expectPlace })}
            aria-label={`Expect ${row.name} on every request`}
            aria-pressed={isExpected}
            title={
              isExpected
                ? `The next run expects ${row.name} on every request`
                : `Expect ${row.name} on every request, from the next run on`
            }
            tabIndex={focusCell === expectPlace ? 0 : -1}
            onClick={expect}
            className={classNames(
              "flex size-5 items-center justify-center rounded-sm hover:bg-hover hover:text-ink focus-visible:opacity-100 group-hover:opacity-100",
              isExpected ? "text-accent-text" : "text-subtle opacity-0",
            )}
          >
            <Pin aria-hidden className={classNames("size-3", isExpected && "fill-current")} />
          </button>
        </span>
      </span>
    </th>
  );
}
