"use client";
import type { KeyboardEvent, ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Skeleton } from "@/components/ui/skeleton";
import { RunHead } from "./run-head";
import type { Columns } from "./use-columns";

const labelWidth = 232;
const leastColumnWidth = 184;

/** One column a run under its head; heads and row labels stay in sight. Down and Up walk what opens, Right and Left open and close. */
export function ComparisonTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: Columns;
  children: ReactNode;
}) {
  const loading = columns.loads.some((load) => load.status === "loading");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label={label} tabIndex={0} onKeyDown={walk} className="focus-inset h-full overflow-auto">
      <DataTable
        className="table-fixed text-xs"
        style={{ minWidth: labelWidth + leastColumnWidth * columns.ids.length }}
      >
        <colgroup>
          <col style={{ width: labelWidth }} />
          {columns.ids.map((id) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td className="sticky top-0 left-0 z-30 border-r border-b bg-panel" />
            {columns.ids.map((id, place) => (
              <RunHead key={id} id={id} place={place} columns={columns} />
            ))}
          </tr>
        </thead>
        {loading ? (
          <tbody aria-busy="true">
            {columns.ids.map((id) => (
              <tr key={id}>
                <td colSpan={columns.ids.length + 1} className="px-3 pt-3">
                  <Skeleton className="h-16" />
                </td>
              </tr>
            ))}
          </tbody>
        ) : (
          children
        )}
      </DataTable>
    </section>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const toggle = event.target;
  if (!(toggle instanceof HTMLElement) || !toggle.matches("[data-row-toggle]")) return;
  const toggles = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-toggle]")];
  const place = toggles.indexOf(toggle);
  const open = toggle.getAttribute("aria-expanded") === "true";
  const next = { ArrowDown: toggles[place + 1], ArrowUp: toggles[place - 1] }[event.key];
  const turns = (event.key === "ArrowRight" && !open) || (event.key === "ArrowLeft" && open);
  if (next === undefined && !turns) return;
  event.preventDefault();
  if (turns) toggle.click();
  else next?.focus();
}
