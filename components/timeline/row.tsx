"use client";
import { classNames } from "@/components/ui/class-names";
import { select } from "@/lib/client/selection";
import { useSelection } from "@/lib/client/use-selection";
import type { Turn } from "@/lib/run/run";
import { rowSpan, type TimelineRow } from "@/lib/run/timeline-layout";
import { Bar, RunningBar } from "./bar";
import { barTarget } from "./bar-target";
import { BatchBracket } from "./batch-bracket";
import { GapLine } from "./gap-line";
import { laneBox } from "./lane-box";

/** One row of the timeline: its label, and its bar in the lane. */
export function Row({
  row,
  turn,
  index,
  onActive,
  ...place
}: {
  row: TimelineRow;
  turn: Turn | undefined;
  index: number;
  /** The window in milliseconds. */
  from: number;
  to: number;
  active: boolean;
  onActive: (index: number) => void;
}) {
  const selection = useSelection();
  const selected = selection !== null && selection.id === row.id && selection.kind !== "turn";
  const batch = row.kind === "batch" ? turn?.batch : null;
  const props = {
    row,
    selected,
    ...place,
    onFocus: () => onActive(index),
    onPick: () => select(barTarget(row, turn)),
  };
  const { running } = rowSpan(row, 0);
  return (
    <div className={classNames("h-full", row.opensTurn && "border-t", selected && "bg-selected")}>
      <RowLabel row={row} />
      <div className={laneBox("absolute inset-y-0")}>
        {row.gap !== null && <GapLine gap={row.gap} from={place.from} to={place.to} />}
        {batch != null ? (
          <BatchBracket batch={batch} {...props} />
        ) : running ? (
          <RunningBar {...props} />
        ) : (
          <Bar {...props} now={0} />
        )}
      </div>
    </div>
  );
}

function RowLabel({ row }: { row: TimelineRow }) {
  const text = row.detail === "" ? row.label : `${row.label} ${row.detail}`;
  return (
    <span
      aria-hidden
      title={text}
      className={classNames(
        "absolute inset-y-0 left-0 flex w-[204px] items-center gap-1.5 overflow-hidden text-xs",
        row.kind === "call" ? "pl-7" : row.kind === "batch" ? "pl-5 text-subtle" : "pl-3",
      )}
    >
      <span
        className={classNames(
          "shrink-0",
          row.kind === "request" && "font-medium",
          row.kind === "call" && "max-w-[7.5rem] truncate font-mono",
          row.failed && "text-kind-error-text",
        )}
      >
        {row.label}
      </span>
      <span className="min-w-0 truncate text-subtle">{row.detail}</span>
    </span>
  );
}
