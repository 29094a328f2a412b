"use client";
import { Check } from "lucide-react";
import { RunSummaryText } from "@/components/content/run-summary-text";
import { classNames } from "@/components/ui/class-names";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { RunLetter } from "./run-letter";

/** One run to pick: the whole row is the box. `place` is where it will stand, -1 where it is not picked. */
export function PickableRun({
  run,
  place,
  disabled,
  onPick,
}: {
  run: RunSummary;
  place: number;
  disabled: boolean;
  onPick: () => void;
}) {
  return (
    <li className="border-b last:border-b-0">
      <label
        className={classNames(
          "flex items-start gap-2.5 px-3 py-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
          place >= 0 && "bg-selected",
          disabled ? "opacity-50" : "cursor-pointer hover:bg-hover",
        )}
      >
        <span className="relative mt-0.5 size-4 shrink-0">
          <input
            type="checkbox"
            checked={place >= 0}
            disabled={disabled}
            onChange={onPick}
            className="peer block size-4 appearance-none rounded-sm border border-control bg-panel outline-none checked:border-accent checked:bg-accent"
          />
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0 m-auto size-3 text-on-accent opacity-0 peer-checked:opacity-100"
          />
        </span>
        <RunSummaryText run={run} />
        {place >= 0 && <RunLetter place={place} />}
      </label>
    </li>
  );
}
