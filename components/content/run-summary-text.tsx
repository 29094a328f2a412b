import type { RunSummary } from "@/lib/protocol/run-summary";
import { countOf, durationText } from "@/lib/run/quantity-text";
import { outcomeWords } from "./outcome-words";

/** A run in a list of runs: how it stands, what it was asked, when, and what it came to. */
export function RunSummaryText({ run }: { run: RunSummary }) {
  const { icon, word, tone } = outcomeWords(run.outcome ?? "running");
  return (
    <>
      <span className={`mt-0.5 [&_svg]:size-3.5 ${tone}`} title={word}>
        {icon}
        <span className="sr-only">{word}:</span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{run.title}</span>
        <span className="block truncate text-xs text-subtle">
          {agoText(run.startedAt)} · {run.engine} · {countOf(run.turns, "turn")} ·{" "}
          {countOf(run.calls, "call")} · {durationText(run.durationMs)} · {run.provider}
        </span>
      </span>
    </>
  );
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en", {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

function agoText(iso: string): string {
  const minutes = Math.round((Date.parse(iso) - Date.now()) / 60_000);
  if (minutes > -1) return "just now";
  if (minutes > -60) return relative.format(minutes, "minute");
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), "hour");
  return absolute.format(new Date(iso));
}
