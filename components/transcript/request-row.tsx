"use client";
import { ArrowUpRight } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { select } from "@/lib/client/selection";
import { useSelection } from "@/lib/client/use-selection";
import { bytesText, countOf, durationText } from "@/lib/run/quantity-text";
import type { RequestLineView } from "@/lib/run/transcript-view";
import { LiveDuration } from "../content/live-duration";
import { StatusText } from "../content/status-text";

/** One request on one line: where it went, what it carried, what came back and when. */
export function RequestRow({ line }: { line: RequestLineView }) {
  const selection = useSelection();
  const isSelected = (kind: string) => selection?.kind === kind && selection.id === line.requestId;
  const selected = isSelected("request") || isSelected("response");
  return (
    <div
      className={classNames(
        "@container border-b last:border-b-0",
        selected && "bg-selected/50 shadow-[inset_2px_0_0_var(--color-accent)]",
      )}
    >
      {line.waitBeforeMs !== null && line.waitBeforeMs >= 1 && (
        <p className="px-3 pt-1 text-xs text-kind-waiting-text">
          waited {durationText(line.waitBeforeMs)} before attempt {line.attempt}
        </p>
      )}
      <div className="flex min-h-7 items-center gap-x-3 @max-3xl:flex-wrap pr-1.5 pl-1 text-xs">
        <button
          type="button"
          aria-current={isSelected("request")}
          aria-label={`Request ${line.method} ${line.path}${line.attempt > 1 ? `, attempt ${line.attempt}` : ""}`}
          onClick={() => select({ kind: "request", id: line.requestId })}
          className="flex min-w-0 items-center gap-1.5 rounded-sm px-2 py-0.5 hover:bg-hover"
        >
          <ArrowUpRight aria-hidden className="size-3.5 shrink-0 text-kind-request" />
          <code className="truncate text-ink">
            <span className="text-kind-request-text">{line.method}</span> {line.path}
          </code>
        </button>
        {/* Where there is no room beside the path, it stands in a line of its own below the method. */}
        <span className="flex gap-3 whitespace-nowrap text-subtle @max-3xl:order-last @max-3xl:basis-full @max-3xl:pl-7 @max-3xl:pb-1">
          {line.attempt > 1 && <span className="text-kind-waiting-text">attempt {line.attempt}</span>}
          <span>{countOf(line.headerCount, "header")}</span>
          <span>{bytesText(line.bytes)}</span>
          {line.newMessages !== null && (
            <span>
              {line.newMessages === 0 ? "no new message" : `+${countOf(line.newMessages, "message")}`}
            </span>
          )}
        </span>
        <button
          type="button"
          aria-current={isSelected("response")}
          aria-label={`Response ${line.status ?? (line.state === "failed" ? "missing" : "pending")}`}
          disabled={line.status === null}
          onClick={() => select({ kind: "response", id: line.requestId })}
          className="ml-auto flex items-center gap-2 whitespace-nowrap rounded-sm px-1.5 py-0.5 enabled:hover:bg-hover"
        >
          <StatusText status={line.status} state={line.state} />
          <LiveDuration from={line.startAt} to={line.endAt} className="min-w-14 text-right text-subtle" />
        </button>
      </div>
      {line.problem !== null && (
        <p className="break-words px-3 pb-1.5 text-xs text-kind-error-text">{line.problem}</p>
      )}
    </div>
  );
}
