"use client";
import { useRun } from "@/lib/client/use-run";
import { openPauses } from "@/lib/run/asked-schemas";
import { QuestionCard } from "./question-card";

/** What the run waits for, whichever view is open. Nothing while it waits for nobody. */
export function QuestionsStrip() {
  const runId = useRun((run) => run.runId);
  const pauses = useRun((run) => (run.end === null ? openPauses(run) : []));
  if (pauses.length === 0) return null;
  return (
    <section
      aria-label="Waiting for you"
      className="flex max-h-[50%] shrink-0 flex-col gap-2 overflow-y-auto border-b bg-kind-waiting-soft p-2"
    >
      {pauses.map((pause) => (
        <QuestionCard key={`${runId} ${pause.pauseId}`} runId={runId} pause={pause} />
      ))}
    </section>
  );
}
