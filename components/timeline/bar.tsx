"use client";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import { useRunClock } from "@/lib/client/use-run-clock";
import { durationText } from "@/lib/run/quantity-text";
import { type BarPart, rowName, rowSpan, type TimelineRow } from "@/lib/run/timeline-layout";
import { extentIn } from "@/lib/run/timeline-window";
import { barLooks } from "./bar-looks";
import { BarTooltip } from "./bar-tooltip";

export type BarProps = {
  row: TimelineRow;
  /** The window in milliseconds. */
  from: number;
  to: number;
  now: number;
  active: boolean;
  selected: boolean;
  onFocus: () => void;
  onPick: () => void;
};

/** A bar that grows with the run's clock. */
export function RunningBar(props: Omit<BarProps, "now">) {
  return <Bar {...props} now={useRunClock()} />;
}

/** One request or call as a bar of 18 px, with how long it took behind it. */
export function Bar({ row, from, to, now, active, selected, onFocus, onPick }: BarProps) {
  const span = rowSpan(row, now);
  const extent = extentIn({ from, to }, span.from, span.to);
  if (extent === null) return null;
  // A name that changes every frame would be read out every frame: a running bar's changes once a second.
  const name = rowName(row, span.running ? Math.floor(now / 1_000) * 1_000 : now);
  const left = `${extent.left * 100}%`;
  const width = `max(3px, ${extent.width * 100}%)`;
  return (
    <>
      <Tooltip side="top" content={<BarTooltip row={row} now={now} />}>
        <button
          type="button"
          data-bar={row.id}
          aria-label={name}
          aria-current={selected}
          tabIndex={active ? 0 : -1}
          onFocus={onFocus}
          onClick={onPick}
          className={classNames(
            "absolute top-[5px] h-[18px] overflow-clip rounded-[3px]",
            selected && "ring-2 ring-accent ring-offset-1 ring-offset-panel",
          )}
          style={{ left, width }}
        >
          {row.parts.map((part) => (
            <Part key={`${part.phase} ${part.from}`} part={part} row={row} from={from} to={to} now={now} />
          ))}
        </button>
      </Tooltip>
      <span
        aria-hidden
        className={classNames(
          "pointer-events-none absolute inset-y-0 pl-1.5 text-2xs leading-7 whitespace-nowrap",
          row.failed ? "text-kind-error-text" : "text-subtle",
        )}
        style={{ left: `calc(${left} + ${width})` }}
      >
        {durationText(span.to - span.from)}
      </span>
    </>
  );
}

/** A part is placed inside its bar, in shares of what is visible of the bar. */
function Part({
  part,
  row,
  from,
  to,
  now,
}: { part: BarPart } & Pick<BarProps, "row" | "from" | "to" | "now">) {
  const span = rowSpan(row, now);
  const shown = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
  const end = part.to ?? Math.max(part.from, now);
  const extent = shown.to > shown.from ? extentIn(shown, part.from, end) : { left: 0, width: 1 };
  if (extent === null) return null;
  const waits = part.phase === "waiting" || part.phase === "person";
  const look = row.failed && !waits ? "failed" : part.phase;
  return (
    <span
      className={classNames(
        "absolute inset-y-0",
        barLooks[look],
        waits && "border border-kind-waiting/60",
        row.failed && part.phase === "waiting" && "border-kind-error bg-kind-error-soft border-r-4",
      )}
      style={{ left: `${extent.left * 100}%`, width: `${extent.width * 100}%` }}
    />
  );
}
