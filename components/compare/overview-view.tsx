"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { compareFacts } from "@/lib/run/compare-facts";
import { compareTimes, type TimeRow } from "@/lib/run/compare-times";
import type { AlignedTurn } from "@/lib/run/compare-turns";
import { countOf, durationText } from "@/lib/run/quantity-text";
import { ComparisonTable } from "./comparison-table";
import { GroupRow } from "./group-row";
import { MarkCell } from "./mark-cell";
import { RowLabel } from "./row-label";
import type { Columns } from "./use-columns";

const portion = 40;

/** What each run was, what it came to and how long it and each of its turns took. */
export function OverviewView({
  columns,
  turns,
  only,
}: {
  columns: Columns;
  turns: readonly AlignedTurn[];
  only: boolean;
}) {
  const { runs, baseline } = columns;
  const span = runs.length + 1;
  const [shown, setShown] = useState(portion);
  const facts = compareFacts(runs, baseline);
  const times = compareTimes(runs, turns, baseline);
  const rest = times.turns.length - shown;
  return (
    <ComparisonTable label="Overview" columns={columns}>
      {facts.map(({ title, rows }) => {
        const visible = rows.filter((row) => row.differs || !only);
        return (
          <tbody key={title}>
            <GroupRow title={title} span={span} {...(visible.length === 0 && { note: "no difference" })} />
            {visible.map((row) => (
              <tr key={row.key}>
                <RowLabel>{row.label}</RowLabel>
                {row.cells.map((cell, place) => (
                  <MarkCell
                    key={columns.ids[place]}
                    mark={cell.mark}
                    isReference={place === baseline}
                    {...(cell.text !== "" && { children: <span className="break-words">{cell.text}</span> })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        );
      })}
      <tbody>
        <GroupRow title="Time" note="always shown" span={span} />
        {[times.total, ...times.turns.slice(0, shown)].map((row) => (
          <TimeRowView key={row.key} row={row} columns={columns} />
        ))}
        {rest > 0 && (
          <tr>
            <td colSpan={span} className="border-b px-3 py-1.5">
              <Button size="sm" onClick={() => setShown(shown + portion)}>
                Show {countOf(Math.min(portion, rest), "more turn", "more turns")} of {times.turns.length}
              </Button>
            </td>
          </tr>
        )}
      </tbody>
    </ComparisonTable>
  );
}

function TimeRowView({ row, columns }: { row: TimeRow; columns: Columns }) {
  return (
    <tr>
      <RowLabel>{row.label}</RowLabel>
      {row.cells.map((cell, place) => (
        <td
          key={columns.ids[place]}
          className={`border-r border-b px-2 py-1 align-top last:border-r-0 ${cell.ms === null ? "bg-sunken" : ""}`}
        >
          {cell.ms === null ? (
            <span className="sr-only">no such turn</span>
          ) : (
            <>
              <span className="flex items-baseline gap-2">
                <span className="font-medium">{durationText(cell.ms)}</span>
                <span className="text-subtle">{cell.against}</span>
              </span>
              <span aria-hidden className="my-0.5 block h-1.5 rounded-sm bg-sunken">
                <span
                  className="block h-full min-w-px rounded-sm bg-kind-request"
                  style={{ width: `${cell.share * 100}%` }}
                />
              </span>
              <span className="block truncate text-2xs text-subtle" title={cell.parts}>
                {cell.parts}
              </span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}
