"use client";
import { CircleX, PencilLine, RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useRun } from "@/lib/client/use-run";
import { editSetupOfRun, runAgain } from "./setup-of";

/** Why the run failed and what to do about it, above whatever arrived until then. */
export function RunFailure() {
  const error = useRun((run) => (run.end?.outcome === "failed" ? run.end.error : null));
  if (error === null) return null;
  return (
    <section
      aria-label="Why the run failed"
      className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-2 border-b bg-kind-error-soft px-3 py-2.5"
    >
      <CircleX className="mt-0.5 size-4 shrink-0 text-kind-error" aria-hidden />
      <div className="min-w-48 flex-1">
        <p className="break-words font-medium text-kind-error-text">{error.message}</p>
        {error.fix && <p className="mt-0.5 break-words text-ink">{error.fix}</p>}
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted empty:hidden">
          {error.type && <code>{error.type}</code>}
          {error.requestId && (
            <span>
              Request id <code>{error.requestId}</code>
            </span>
          )}
          {error.retryable === true && <span>Another try may go well.</span>}
          {error.retryable === false && (
            <span>Another try will fail the same way, unless something changes.</span>
          )}
        </p>
      </div>
      <div className="flex gap-1.5">
        <Button onClick={editSetupOfRun}>
          <PencilLine aria-hidden />
          Edit setup
        </Button>
        <Button onClick={runAgain}>
          <RotateCw aria-hidden />
          Run again
        </Button>
      </div>
    </section>
  );
}
