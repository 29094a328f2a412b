"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { clearPicks, pickAll, useRunPicks } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { columnsClass, modelClass } from "./columns";

const heads: readonly (readonly [name: string, className?: string])[] = [
  ["Outcome"],
  ["Title"],
  ["Started"],
  ["Engine"],
  ["Provider"],
  ["Model", modelClass],
  ["Turns", "text-right"],
  ["Calls", "text-right"],
  ["Findings", "text-right"],
  ["Duration", "text-right"],
];

/** What each column says; the box in front picks all runs that are loaded, or none. */
export function TableHead({ rows }: { rows: readonly RunSummary[] }) {
  const picked = useRunPicks((state) => state.picked.length);
  const all = picked > 0 && picked >= rows.length;
  return (
    <thead className="sticky top-0 z-10 block">
      <tr
        aria-rowindex={1}
        className={classNames(columnsClass, "h-7 min-w-220 border-b bg-panel text-left text-xs text-subtle")}
      >
        <th scope="col" className="flex justify-center">
          <Checkbox
            label="Pick all runs"
            labelHidden
            tabIndex={-1}
            checked={all ? true : picked > 0 ? "indeterminate" : false}
            onCheckedChange={() => (all ? clearPicks() : pickAll())}
          />
        </th>
        {heads.map(([name, className]) => (
          <th scope="col" key={name} className={classNames("truncate px-1.5 font-medium", className)}>
            {name}
          </th>
        ))}
        <th scope="col">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
