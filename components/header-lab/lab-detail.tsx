"use client";
import { useLab } from "@/lib/client/lab-results";
import type { CheckCell } from "@/lib/run/header-check/check-cell";
import { type CellLook, cellName, cellWords, resultOf } from "./cell-words";
import { LookIcon } from "./look-icon";

const legend: readonly (readonly [CellLook, string])[] = [
  ["arrived", "arrived on every request"],
  ["renamed", "travels in another header"],
  ["replaced", "arrived with another value"],
  ["lost", "missing on some request"],
  ["not-shown", "a request was not made"],
  ["failed", "the run failed"],
  ["not-applicable", "does not apply"],
];

/** What the cell under the pointer or the focus says in full. It keeps its height, so nothing moves. */
export function LabDetail({ cell }: { cell: CheckCell | null }) {
  const result = useLab(({ results }) => (cell === null ? null : resultOf(cell, results)));
  if (cell === null) return <Legend />;
  const words = cellWords(cell, result);
  return (
    <section
      aria-label="What the cell says"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="focus-inset h-28 shrink-0 overflow-y-auto border-t bg-panel px-3 py-2 text-xs leading-4"
    >
      <p className="flex items-center gap-1.5 font-medium">
        <LookIcon look={words.look} />
        {cellName(cell, words)}
      </p>
      {words.details.map((sentence) => (
        <p key={sentence} className="mt-0.5 break-words text-muted">
          {sentence}
        </p>
      ))}
      {words.fixes.map((fix) => (
        <p key={fix} className="mt-0.5">
          <span className="text-subtle">What to do: </span>
          {fix}
        </p>
      ))}
    </section>
  );
}

function Legend() {
  return (
    <section
      aria-label="Legend"
      className="flex h-28 shrink-0 flex-wrap content-center items-center gap-x-4 gap-y-1 border-t bg-panel px-3 text-xs text-subtle"
    >
      {legend.map(([look, words]) => (
        <span key={look} className="flex items-center gap-1.5">
          <LookIcon look={look} />
          {words}
        </span>
      ))}
      <span className="w-full">
        Arrow keys walk the table, Enter opens the run of a cell, Ctrl+Enter runs all that is chosen.
      </span>
    </section>
  );
}
