import type { AxisTick } from "@/lib/run/timeline-axis";
import { laneBox } from "./lane-box";

/** The times above the lanes; they stay in sight while the rows scroll. */
export function Axis({ ticks }: { ticks: readonly AxisTick[] }) {
  return (
    <div aria-hidden className="sticky top-0 z-20 h-7 border-b bg-panel text-2xs text-subtle">
      <span className="absolute left-3 leading-7">since the run began</span>
      <div className={laneBox("absolute inset-y-0")}>
        {ticks.map((tick) => (
          <span
            key={tick.at}
            className="absolute bottom-0 h-7 border-l pl-1 leading-7 whitespace-nowrap"
            style={{ left: `${tick.position * 100}%` }}
          >
            {tick.label}
          </span>
        ))}
      </div>
    </div>
  );
}
