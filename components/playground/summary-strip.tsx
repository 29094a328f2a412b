"use client";
import { ArrowLeftToLine, Link } from "lucide-react";
import type { ReactNode } from "react";
import { OutcomeLabel } from "@/components/content/outcome-words";
import { stopReasonWords } from "@/components/content/stop-reason-words";
import { IconButton } from "@/components/ui/icon-button";
import { useMoment } from "@/lib/client/playback";
import { useShownStatus } from "@/lib/client/run-status";
import { useConnection, useRun, useRunProblem } from "@/lib/client/use-run";
import { useRunClock } from "@/lib/client/use-run-clock";
import { countText, durationText, meanText, shortCountText } from "@/lib/run/quantity-text";
import type { Run } from "@/lib/run/run";
import { runTotals } from "@/lib/run/run-totals";
import { copyRunLink } from "./commands";
import { RunActionsMenu } from "./run-actions-menu";
import { takeSetupOfRun } from "./setup-of";

/** The run in one row: how it stands and what it adds up to. Every slot keeps its width while numbers grow. */
export function SummaryStrip() {
  const status = useShownStatus();
  const detail = useRun(outcomeDetail);
  const unfinished = useRun(hasUnfinishedAnswer);
  const connection = useConnection();
  const problem = useRunProblem();
  const moment = useMoment();
  const then = moment === null ? detail : `at ${durationText(moment)}`;
  const note = connection === "reconnecting" ? "Connection lost, trying again" : (problem ?? then);
  return (
    <div className="@container shrink-0 border-b">
      <div className="flex h-11 items-center gap-2 overflow-hidden px-3">
        <div role="status" className="flex min-w-28 items-center gap-2 overflow-hidden">
          <OutcomeLabel status={status} unfinished={unfinished} />
          {note !== "" && (
            <span className="truncate text-xs text-subtle" title={note}>
              {note}
            </span>
          )}
        </div>
        <dl className="ml-auto flex shrink-0 items-center">
          <Totals />
          <Elapsed />
        </dl>
        <div className="flex shrink-0 gap-0.5 @max-md:hidden">
          <IconButton label="Copy run link" onClick={() => void copyRunLink()}>
            <Link aria-hidden />
          </IconButton>
          <IconButton label="Use this setup" onClick={takeSetupOfRun}>
            <ArrowLeftToLine aria-hidden />
          </IconButton>
          <RunActionsMenu />
        </div>
      </div>
    </div>
  );
}

function Totals() {
  const totals = useRun((run) => runTotals(run, 0));
  return (
    <>
      <Slot name="Turns" width="w-14">
        {countText(totals.turns)}
      </Slot>
      <Slot
        name="Calls"
        width="w-22"
        {...(totals.failedCalls > 0 && { alarm: `${totals.failedCalls} failed` })}
      >
        {countText(totals.calls)}
      </Slot>
      <Slot
        name="Calls a turn"
        width="w-20 @max-2xl:hidden"
        title="Calls of a turn that called tools, on average: above 1, replies called several tools at once"
      >
        {totals.calls === 0 ? "–" : meanText(totals.callsPerCallingTurn)}
      </Slot>
      <Slot name="Tokens in" width="w-19 @max-xl:hidden" title={countText(totals.inputTokens)}>
        {shortCountText(totals.inputTokens)}
      </Slot>
      <Slot name="Tokens out" width="w-19 @max-xl:hidden" title={countText(totals.outputTokens)}>
        {shortCountText(totals.outputTokens)}
      </Slot>
    </>
  );
}

function Elapsed() {
  const now = useRunClock();
  return (
    <Slot name="Time" width="w-20">
      {durationText(now)}
    </Slot>
  );
}

function Slot({
  name,
  width,
  title,
  alarm,
  children,
}: {
  name: string;
  width: string;
  title?: string;
  alarm?: string;
  children: ReactNode;
}) {
  return (
    <div title={title} className={`flex flex-col border-l px-2.5 leading-4 ${width}`}>
      <dt className="truncate text-2xs text-subtle">{name}</dt>
      <dd className="truncate text-xs font-medium">
        {children}
        {alarm && <span className="ml-1 text-2xs text-kind-error-text">{alarm}</span>}
      </dd>
    </div>
  );
}

function hasUnfinishedAnswer({ end }: Run): boolean {
  return end?.outcome === "completed" && stopReasonWords(end.stopReason) !== null;
}

function outcomeDetail({ end }: Run): string {
  if (end?.outcome === "completed") return end.stopReason;
  if (end?.outcome === "turn-limit") return `after ${end.maxTurns} turns`;
  if (end?.outcome === "interrupted") return "the server ended before the run did";
  return "";
}
