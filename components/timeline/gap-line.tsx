import { durationText } from "@/lib/run/quantity-text";
import type { TimelineRow } from "@/lib/run/timeline-layout";
import { extentIn } from "@/lib/run/timeline-window";

/** The time before a request in which nothing was under way, as a dotted line. */
export function GapLine({
  gap,
  from,
  to,
}: {
  gap: NonNullable<TimelineRow["gap"]>;
  from: number;
  to: number;
}) {
  const extent = extentIn({ from, to }, gap.from, gap.to);
  if (extent === null) return null;
  const what = gap.isRetryWait ? "waited before the retry" : "between turns";
  return (
    <span
      title={`${durationText(gap.to - gap.from)} ${what}`}
      className="absolute top-1/2 border-t border-dotted border-control"
      style={{ left: `${extent.left * 100}%`, width: `${extent.width * 100}%` }}
    />
  );
}
