"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { select } from "@/lib/client/selection";
import { useRun } from "@/lib/client/use-run";
import { useSelection } from "@/lib/client/use-selection";
import { curlOf } from "@/lib/export/curl";
import { hopContexts } from "@/lib/run/header-hops";
import { requestKindWords } from "@/lib/run/request-kind";
import { requestLine } from "@/lib/run/request-line";
import { HopColumns } from "./hop-columns";

/** One request from the user's code to the provider, a column per point. */
export function HopsView({ switcher }: { switcher: ReactNode }) {
  const run = useRun((each) => each);
  const selection = useSelection();
  const requests = run.turns.flatMap((turn) => turn.requests.map((request) => ({ request, turn })));
  const named = requests.findIndex(({ request }) => request.requestId === selection?.id);
  const index = Math.max(named, 0);
  const shown = requests[index];
  if (shown === undefined) return null;
  const { request } = shown;
  const contextOf = hopContexts(run);
  const go = (next: number) => {
    const id = requests[next]?.request.requestId;
    if (id !== undefined) select({ kind: "request", id });
  };
  return (
    <>
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1.5">
        {switcher}
        <span className="flex items-center gap-1">
          <IconButton label="Request before" size="sm" disabled={index === 0} onClick={() => go(index - 1)}>
            <ChevronLeft aria-hidden />
          </IconButton>
          <span className="w-56">
            <Select
              label="Request"
              labelHidden
              value={request.requestId}
              onValueChange={(id) => select({ kind: "request", id })}
              options={requests.map((each, place) => ({
                value: each.request.requestId,
                label: `Request ${place + 1}, turn ${each.turn.index + 1}, ${requestKindWords[contextOf(each.request.requestId).kind]}`,
              }))}
            />
          </span>
          <IconButton
            label="Request after"
            size="sm"
            disabled={index === requests.length - 1}
            onClick={() => go(index + 1)}
          >
            <ChevronRight aria-hidden />
          </IconButton>
        </span>
        <span className="text-xs text-subtle">status {requestLine(request).status ?? "none yet"}</span>
        <span className="ml-auto flex items-center gap-1 text-xs text-subtle">
          cURL
          <CopyButton text={() => curlOf(request)} label={`Copy request ${index + 1} as cURL`} />
        </span>
      </div>
      <HopColumns request={request} context={contextOf(request.requestId)} />
    </>
  );
}
