"use client";
import { MousePointerClick, X } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { PanelHeader } from "@/components/ui/panel-header";
import { type Selection, select } from "@/lib/client/selection";
import { useRun } from "@/lib/client/use-run";
import { useSelection } from "@/lib/client/use-selection";
import { findCall, findRequest } from "@/lib/run/reduce-run";
import type { Run } from "@/lib/run/run";
import { RequestInspector } from "./request-inspector";
import { ResponseInspector } from "./response-inspector";
import { ToolCallInspector } from "./tool-call-inspector";
import { TurnInspector } from "./turn-inspector";

const nothing = { title: "Inspector", content: null };

/** Whatever is selected anywhere, in full. */
export function Inspector() {
  const selection = useSelection();
  const run = useRun((each) => each);
  const { title, content } = selection === null ? nothing : inspected(run, selection);
  return (
    <div className="flex h-full min-h-0 flex-col bg-panel">
      <PanelHeader
        title={title}
        actions={
          selection !== null && (
            <IconButton label="Clear the selection" size="sm" onClick={() => select(null)}>
              <X aria-hidden />
            </IconButton>
          )
        }
      />
      {content ?? (
        <EmptyState icon={<MousePointerClick aria-hidden />} title="Nothing selected">
          {selection === null
            ? "Select a request, a response, a tool call or a turn anywhere to see all of it here."
            : "What the address names is not in this run, or has not happened yet."}
        </EmptyState>
      )}
    </div>
  );
}

function inspected(run: Run, { kind, id }: Selection): { title: string; content: ReactNode } {
  if (kind === "turn") {
    const turn = run.turns.find((each) => each.turnId === id);
    return turn === undefined
      ? nothing
      : { title: `Turn ${turn.index + 1}`, content: <TurnInspector key={id} turn={turn} /> };
  }
  if (kind === "tool-call") {
    const call = findCall(run, id);
    return call === undefined
      ? nothing
      : { title: `Call ${call.name}`, content: <ToolCallInspector key={id} call={call} /> };
  }
  const request = findRequest(run, id);
  if (request === undefined) return nothing;
  const number = run.turns.flatMap((turn) => turn.requests).findIndex((each) => each.requestId === id) + 1;
  if (kind === "request") {
    return { title: `Request ${number}`, content: <RequestInspector key={id} request={request} /> };
  }
  return { title: `Response ${number}`, content: <ResponseInspector key={id} request={request} /> };
}
