"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { CodeBlock } from "@/components/ui/code-block";
import { select } from "@/lib/client/selection";
import { useSelection } from "@/lib/client/use-selection";
import type { CallView } from "@/lib/run/transcript-view";
import { CallDuration } from "../content/call-duration";
import { CallStateIcon, callStateWords } from "../content/call-state-icon";
import { CallResult } from "./call-result";

/** One tool call: its input while it arrives, how it runs, what it answered. */
export function CallItem({ view }: { view: CallView }) {
  const [open, setOpen] = useState(false);
  const selection = useSelection();
  const selected = selection?.kind === "tool-call" && selection.id === view.toolCallId;
  const { call, state } = view;
  return (
    <li
      className={classNames(
        "border-b last:border-b-0",
        selected && "bg-selected/50 shadow-[inset_2px_0_0_var(--color-accent)]",
      )}
    >
      <div className="flex min-h-7 items-center gap-1 pr-2.5 pl-1">
        <button
          type="button"
          aria-expanded={open}
          aria-label={`Details of ${view.name} ${view.summary}`}
          onClick={() => setOpen(!open)}
          className="rounded-sm p-1 hover:bg-hover"
        >
          <ChevronRight
            aria-hidden
            className={classNames("size-3.5 text-subtle transition-transform", open && "rotate-90")}
          />
        </button>
        <button
          type="button"
          aria-current={selected}
          aria-label={`Call ${view.name} ${view.summary}, ${callStateWords[state]}`}
          onClick={() => select({ kind: "tool-call", id: view.toolCallId })}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-sm px-1 py-0.5 text-left hover:bg-hover"
        >
          <span className="flex shrink-0">
            <CallStateIcon state={state} />
          </span>
          <code className="shrink-0 font-medium">{view.name}</code>
          <span title={view.summary} className="min-w-0 truncate text-xs text-muted">
            {state === "arriving" ? <code>{view.inputText}</code> : view.summary}
          </span>
        </button>
        {call !== null && <CallDuration call={call} className="shrink-0 text-xs text-subtle" />}
      </div>
      {open && (
        <div className="px-2.5 pb-2">
          <CodeBlock text={view.inputText} label={`input of ${view.name}`} wrap />
        </div>
      )}
      <CallResult view={view} open={open} />
    </li>
  );
}
