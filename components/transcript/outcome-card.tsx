import { CircleAlert, CircleCheck, CircleStop, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { RunEventOf } from "@/lib/protocol/run-event";
import { durationText } from "@/lib/run/quantity-text";
import { stopReasonWords } from "../content/stop-reason-words";

type RunEnd = RunEventOf<"run-end">;

/** How the run ended. The cause of a failure stands above all views; here is only what came instead of an answer. */
export function OutcomeCard({ end }: { end: RunEnd }) {
  const reason = end.outcome === "completed" ? stopReasonWords(end.stopReason) : null;
  const received = end.outcome === "failed" ? end.error.received : undefined;
  return (
    <section aria-label="Outcome" className="rounded-md border bg-panel px-3 py-2 text-sm">
      <div className="flex items-center gap-2">
        <span className="[&_svg]:size-4">{iconOf(end)}</span>
        <p className="min-w-0 flex-1">
          <span className="font-medium">{headlineOf(end)}</span>
          {reason !== null && <span className="ml-2 text-muted">{reason}</span>}
        </p>
        <span className="shrink-0 text-xs text-subtle">after {durationText(end.at)}</span>
      </div>
      {received !== undefined && (
        <>
          <p className="mt-2 text-xs text-subtle">Received instead</p>
          <pre className="mt-1 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-md border bg-sunken p-2">
            {received}
          </pre>
        </>
      )}
    </section>
  );
}

function iconOf(end: RunEnd): ReactNode {
  if (end.outcome === "completed" && stopReasonWords(end.stopReason) !== null)
    return <TriangleAlert aria-hidden className="text-kind-waiting" />;
  if (end.outcome === "completed") return <CircleCheck aria-hidden className="text-kind-result" />;
  if (end.outcome === "failed") return <CircleAlert aria-hidden className="text-kind-error" />;
  return <CircleStop aria-hidden className="text-kind-waiting" />;
}

function headlineOf(end: RunEnd): string {
  switch (end.outcome) {
    case "completed":
      return `Completed: ${end.stopReason}`;
    case "turn-limit":
      return `Stopped at the limit of ${end.maxTurns} turns`;
    case "stopped":
      return "Stopped by hand";
    case "failed":
      return "Failed";
    case "interrupted":
      return "Interrupted: the server ended before the run did";
    default:
      return end satisfies never;
  }
}
