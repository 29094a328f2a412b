import { agoText } from "@/lib/client/ago-text";
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
