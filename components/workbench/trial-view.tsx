"use client";
import { CircleCheck, CircleX, LoaderCircle, Save } from "lucide-react";
import { ResultContent } from "@/components/content/result-content";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import { notify } from "@/components/ui/toast-queue";
import { saveAsFixedReply } from "@/lib/client/tool-edits";
import { undoTools } from "@/lib/client/tool-store";
import { resultBlock, type Trial, type TrialCall, trialMs } from "@/lib/client/trial-call";
import type { ToolResult } from "@/lib/protocol/tool-result";
import { countOf, durationText } from "@/lib/run/quantity-text";
import type { ToolItem } from "@/lib/tool-design/tool-item";

/** What came of one press of Try. */
export function TrialView({ trial, tool }: { trial: Trial; tool: ToolItem }) {
  const total = trialMs(trial);
  return (
    <section aria-label="Result" aria-busy={trial.state === "going on"} className="flex flex-col gap-2 p-3">
      <div className="flex items-center gap-2">
        <h3 className="text-xs font-medium text-muted">Result</h3>
        <p role="status" className="ml-auto text-xs text-subtle">
          {stateText(trial, total)}
        </p>
      </div>
      {trial.problem !== null && (
        <p
          role="alert"
          className="rounded-md border border-kind-error bg-kind-error-soft p-2 text-xs text-kind-error-text"
        >
          {trial.problem.message}
        </p>
      )}
      <ol className="flex flex-col gap-2">
        {trial.calls.map((call) => (
          <CallView
            key={call.call}
            call={call}
            total={total}
            alone={trial.calls.length === 1}
            tool={tool}
            trial={trial}
          />
        ))}
      </ol>
    </section>
  );
}

function stateText({ state, calls }: Trial, total: number): string {
  const ended = calls.filter(({ endedAt }) => endedAt !== null);
  const failed = ended.filter(({ result }) => result?.isError === true).length;
  if (state === "going on") return `${ended.length} of ${countOf(calls.length, "call")} ended`;
  if (state === "failed") return "Not called";
  const errors = failed === 0 ? "" : `, ${countOf(failed, "error")}`;
  if (state === "stopped") return `Stopped after ${countOf(ended.length, "call")}`;
  return `${countOf(calls.length, "call")} in ${durationText(total)}${errors}`;
}

type CallProps = { call: TrialCall; total: number; alone: boolean; tool: ToolItem; trial: Trial };

function CallView({ call, total, alone, tool, trial }: CallProps) {
  const open = alone || call.call === 0;
  const title = (
    <span className="flex items-center gap-1.5 text-xs">
      <StateIcon call={call} stopped={trial.state !== "going on"} />
      {alone ? "Call" : `Call ${call.call + 1}`}
    </span>
  );
  return (
    <li className="rounded-md border">
      {!alone && <Span call={call} total={total} />}
      <CollapsibleSection
        title={title}
        defaultOpen={open}
        summary={call.endedAt === null ? "" : durationText(call.endedAt - call.startedAt)}
      >
        <div className="flex flex-col gap-2 border-t p-2">
          <CallOutcome call={call} tool={tool} trial={trial} />
        </div>
      </CollapsibleSection>
    </li>
  );
}

function StateIcon({ call, stopped }: { call: TrialCall; stopped: boolean }) {
  if (call.endedAt === null) {
    return stopped ? (
      <CircleX className="size-3.5 text-subtle" aria-label="Stopped" />
    ) : (
      <LoaderCircle className="size-3.5 animate-spin text-kind-tool" aria-label="Going on" />
    );
  }
  return call.result?.isError === true ? (
    <CircleX className="size-3.5 text-kind-error" aria-label="Error" />
  ) : (
    <CircleCheck className="size-3.5 text-kind-result" aria-label="Ended" />
  );
}

/** Where the call lay in the time of all of them. */
function Span({ call, total }: { call: TrialCall; total: number }) {
  const share = (at: number) => `${total === 0 ? 0 : (at / total) * 100}%`;
  const end = call.endedAt ?? total;
  return (
    <div aria-hidden className="relative mx-2 mt-1.5 h-1 rounded-full bg-hover">
      <span
        className="absolute inset-y-0 min-w-0.5 rounded-full bg-kind-tool"
        style={{ left: share(call.startedAt), width: share(Math.max(end - call.startedAt, 0)) }}
      />
    </div>
  );
}

function CallOutcome({ call, tool, trial }: Omit<CallProps, "total" | "alone">) {
  const { result, log } = call;
  return (
    <>
      {result !== null && (
        <div className={result.isError ? "text-kind-error-text" : undefined}>
          <ResultContent content={result.content} label="Result" />
        </div>
      )}
      {result === null && (
        <p className="text-xs text-subtle">
          {call.endedAt !== null
            ? "The result was too large to be kept in the browser."
            : trial.state === "going on"
              ? "Going on…"
              : "Stopped before it answered."}
        </p>
      )}
      {log.length > 0 && (
        <CollapsibleSection
          title={<span className="text-xs">Log</span>}
          summary={countOf(log.length, "line")}
        >
          <ol
            aria-label="Log"
            className="max-h-60 overflow-y-auto rounded-md bg-sunken p-2 font-mono text-xs"
          >
            {log.map(({ at, line }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place, and never move
              <li key={index} className="flex gap-2">
                <span className="shrink-0 text-subtle">{durationText(at)}</span>
                <span className="min-w-0 break-words whitespace-pre-wrap">{line}</span>
              </li>
            ))}
          </ol>
        </CollapsibleSection>
      )}
      {result !== null && <AsSent toolCallId={call.toolCallId} result={result} />}
      {result !== null && tool.kind === "own" && (
        <Button size="sm" className="self-start" onClick={() => keepReply(tool.id, result)}>
          <Save aria-hidden />
          Save as fixed reply
        </Button>
      )}
    </>
  );
}

function AsSent({ toolCallId, result }: { toolCallId: string; result: ToolResult }) {
  return (
    <CollapsibleSection
      title={<span className="text-xs">Block as it would be sent</span>}
      defaultOpen={false}
    >
      <CodeBlock label="tool_result" text={JSON.stringify(resultBlock(toolCallId, result), null, 2)} wrap />
    </CollapsibleSection>
  );
}

function keepReply(toolId: string, result: ToolResult): void {
  saveAsFixedReply(toolId, result);
  notify({
    title: "The tool answers with this result now",
    detail: "Its handler is a fixed reply; what was there before is kept under its kind.",
    action: { label: "Undo", run: undoTools },
  });
}
