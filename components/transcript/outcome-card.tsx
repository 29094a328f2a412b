import { CircleAlert, CircleCheck, CircleStop } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { RunEventOf } from "@/lib/protocol/run-event";
import { durationText } from "@/lib/run/quantity-text";

type RunEnd = RunEventOf<"run-end">;

/** How the run ended, and why. */
export function OutcomeCard({ end }: { end: RunEnd }) {
  const failed = end.outcome === "failed";
  return (
    <section
      aria-label="Outcome"
      className={classNames(
        "flex gap-2 rounded-md border px-3 py-2 text-sm",
        failed ? "border-kind-error/40 bg-kind-error-soft" : "bg-panel",
      )}
    >
      <span className="mt-0.5 [&_svg]:size-4">{iconOf(end)}</span>
      <div className="min-w-0 flex-1">
        <p className={classNames("font-medium", failed && "text-kind-error-text")}>{headlineOf(end)}</p>
        {end.outcome === "failed" && (
          <>
            {end.error.fix !== undefined && <p className="text-muted">{end.error.fix}</p>}
            {end.error.received !== undefined && (
              <pre className="mt-1.5 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-md border bg-panel p-2">
                {end.error.received}
              </pre>
            )}
          </>
        )}
      </div>
      <span className="shrink-0 text-xs leading-5 text-subtle">after {durationText(end.at)}</span>
    </section>
  );
}

function iconOf(end: RunEnd): ReactNode {
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
      return end.error.message;
    case "interrupted":
      return "Interrupted: the server ended before the run did";
    default:
      return end satisfies never;
  }
}
