"use client";
import { Play, Square, Trash2, TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { runCells, stopLab } from "@/lib/client/header-lab";
import { useLab } from "@/lib/client/lab-results";
import type { CheckCell, PlannedCell } from "@/lib/run/header-check/check-cell";
import { checkMarkdown } from "@/lib/run/header-check/check-markdown";
import { countOf } from "@/lib/run/quantity-text";
import { cellWords, resultOf } from "./cell-words";
import { clearLab } from "./clear-lab";
import { LabProgress } from "./lab-progress";
import { factsSummary, labSummary } from "./lab-summary";

/** The one press that runs everything chosen, how far it got, and what came of it. */
export function LabStatus({
  cells,
  planned,
}: {
  cells: readonly CheckCell[];
  planned: readonly PlannedCell[];
}) {
  const results = useLab((lab) => lab.results);
  const batch = useLab((lab) => lab.batch);
  const problem = useLab((lab) => lab.problem);
  const hasRuns = useLab((lab) => Object.keys(lab.runIds).length > 0);
  const left = planned.filter(({ id }) => results[id]?.status !== "ended");
  const canRun = batch === null && planned.length > 0;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || !canRun) return;
      event.preventDefault();
      runCells(planned);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [canRun, planned]);
  const markdown = () =>
    checkMarkdown(cells, (cell) =>
      resultOf(cell, results) === null ? "" : cellWords(cell, resultOf(cell, results)).text,
    );
  return (
    <>
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-3 py-2">
        {batch === null ? (
          <Button
            variant="primary"
            disabled={!canRun}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            title="Ctrl+Enter"
            onClick={() => runCells(planned)}
          >
            <Play aria-hidden className="fill-current" />
            {planned.length === 0 ? "Run" : `Run ${countOf(planned.length, "check")}`}
          </Button>
        ) : (
          <Button onClick={() => void stopLab()}>
            <Square aria-hidden className="fill-current" />
            Stop
          </Button>
        )}
        {canRun && left.length > 0 && left.length < planned.length && (
          <Button onClick={() => runCells(left)}>{`Run the ${left.length} that are left`}</Button>
        )}
        {batch === null && hasRuns && (
          <Button variant="ghost" title="Empty the table, and delete its runs" onClick={clearLab}>
            <Trash2 aria-hidden />
            Clear
          </Button>
        )}
        {batch !== null && <LabProgress done={batch.done} total={batch.total} />}
        <p role="status" className="min-w-0 flex-1 text-xs text-muted">
          {[labSummary(planned, results), factsSummary(planned, results)].filter(Boolean).join(" · ")}
        </p>
        <span className="flex items-center gap-1 text-xs text-subtle">
          Markdown
          <CopyButton text={markdown} label="Copy table as Markdown" />
        </span>
      </div>
      {problem !== null && (
        <p
          role="alert"
          className="flex shrink-0 items-center gap-2 border-b bg-kind-error-soft px-3 py-1.5 text-kind-error-text text-sm"
        >
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
    </>
  );
}
