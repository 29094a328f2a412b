import { durationText } from "@/lib/run/quantity-text";
import { rowSpan, type TimelineRow } from "@/lib/run/timeline-layout";

const phaseWords = {
  waiting: "waiting",
  streaming: "streaming",
  calling: "running",
  person: "waiting for a person",
  bracket: "batch",
};

/** What a bar is and how its time divides. */
export function BarTooltip({ row, now }: { row: TimelineRow; now: number }) {
  const { from, to, running } = rowSpan(row, now);
  return (
    <div className="py-0.5">
      <p className="font-medium">
        {row.label} <span className="font-normal text-muted">{row.detail}</span>
      </p>
      <p className="text-muted">
        {durationText(from)} to {running ? "now" : durationText(to)}
      </p>
      {row.parts.map((part) => (
        <p key={part.from} className="text-muted">
          {phaseWords[part.phase]} {durationText((part.to ?? now) - part.from)}
        </p>
      ))}
      {row.problem !== null && <p className="text-kind-error-text">{row.problem}</p>}
    </div>
  );
}
