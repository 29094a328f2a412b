import { durationText } from "@/lib/run/quantity-text";
import { type TimeWindow, timeAt } from "@/lib/run/timeline-window";
import { laneBox } from "./lane-box";

/** A line at the pointer with its time, and the stretch that is being dragged. Positions are shares of the lanes. */
export function Crosshair({
  window,
  at,
  dragFrom,
}: {
  window: TimeWindow;
  at: number;
  dragFrom: number | null;
}) {
  const left = Math.min(at, dragFrom ?? at);
  const width = dragFrom === null ? 0 : Math.abs(at - dragFrom);
  const text =
    dragFrom === null
      ? durationText(timeAt(window, at))
      : `${durationText(timeAt(window, left + width) - timeAt(window, left))} long`;
  return (
    <div aria-hidden className={laneBox("pointer-events-none absolute inset-y-0 z-10")}>
      {dragFrom !== null && (
        <span
          className="absolute inset-y-0 border-x border-accent bg-accent/10"
          style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
        />
      )}
      <span className="absolute inset-y-0 w-px bg-control" style={{ left: `${at * 100}%` }}>
        <span className="sticky top-8 z-20 ml-1.5 inline-block whitespace-nowrap rounded-sm bg-raised px-1.5 text-2xs text-ink shadow-float">
          {text}
        </span>
      </span>
    </div>
  );
}
