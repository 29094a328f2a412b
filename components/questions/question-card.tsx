"use client";
import { CircleUserRound } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { LiveDuration } from "@/components/content/live-duration";
import { JsonView } from "@/components/ui/json-view";
import { decide } from "@/lib/client/decide";
import { questionId } from "@/lib/client/question-focus";
import { select } from "@/lib/client/selection";
import { useRun } from "@/lib/client/use-run";
import type { HumanDecision } from "@/lib/protocol/human-decision";
import { isJsonObject } from "@/lib/protocol/json-object";
import { askedSchemas } from "@/lib/run/asked-schemas";
import { findCall } from "@/lib/run/reduce-run";
import type { Pause } from "@/lib/run/run";
import { DecisionForm } from "./decision-form";

/** One call that waits: what it asks, what the model sent, and the form to decide with. */
export function QuestionCard({ runId, pause }: { runId: string; pause: Pause }) {
  const call = useRun((run) => (pause.toolCallId === null ? undefined : findCall(run, pause.toolCallId)));
  const name = call?.name ?? "the run";
  const { answerSchema, inputSchema } = useRun((run) => askedSchemas(run, name));
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const approval = pause.waitsFor === "approval";
  const input = isJsonObject(call?.input) ? call.input : {};

  const send = async (decision: HumanDecision) => {
    setSending(true);
    setProblem(null);
    const error = await decide(runId, pause.pauseId, decision);
    setSending(false);
    if (error !== null) setProblem(error.message.replace(`${error.field}: `, ""));
  };

  return (
    <article
      id={questionId(pause.pauseId)}
      aria-label={approval ? `${name} needs your approval` : `${name} asks you`}
      onKeyDown={keepEscape}
      className="rounded-md border border-kind-waiting/60 bg-panel"
    >
      <header className="flex h-8 items-center gap-2 border-b px-3 text-sm">
        <CircleUserRound aria-hidden className="size-4 shrink-0 text-kind-waiting" />
        <button
          type="button"
          onClick={() => pause.toolCallId !== null && select({ kind: "tool-call", id: pause.toolCallId })}
          className="min-w-0 truncate rounded-sm hover:underline"
        >
          <code className="font-medium">{name}</code> {approval ? "needs your approval" : "asks you"}
        </button>
        <span className="ml-auto shrink-0 text-xs text-subtle">
          waiting <LiveDuration from={pause.startAt} to={null} />
        </span>
      </header>
      <div className="flex flex-col gap-3 p-3">
        {pause.question !== null && (
          <p className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words">{pause.question}</p>
        )}
        {Object.keys(input).length > 0 && (
          <div className="max-h-40 overflow-auto rounded-md border bg-sunken px-2 py-1.5">
            <JsonView value={input} label={`Input of ${name}`} openDepth={pause.question === null ? 2 : 0} />
          </div>
        )}
        <DecisionForm
          approval={approval}
          answerSchema={answerSchema}
          inputSchema={inputSchema}
          input={input}
          sending={sending}
          problem={problem}
          onDecide={(decision) => void send(decision)}
        />
      </div>
    </article>
  );
}

/** Esc leaves the field; on the page it would stop the run. */
function keepEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Escape" || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  event.target.blur();
}
