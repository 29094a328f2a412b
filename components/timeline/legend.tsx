import { classNames } from "@/components/ui/class-names";
import { barLooks } from "./bar-looks";

const entries = [
  { label: "waiting", className: barLooks.waiting },
  { label: "streaming", className: barLooks.streaming },
  { label: "call", className: barLooks.calling },
  { label: "failed", className: barLooks.failed },
];

/** What the colours and patterns of the bars stand for. */
export function Legend() {
  return (
    <ul aria-label="Legend" className="flex shrink-0 gap-3 text-xs text-muted">
      {entries.map(({ label, className }) => (
        <li key={label} className="flex items-center gap-1.5">
          <span aria-hidden className={classNames("h-2.5 w-4 rounded-[3px]", className)} />
          {label}
        </li>
      ))}
    </ul>
  );
}
