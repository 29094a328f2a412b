"use client";
import { ChevronRight } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonView } from "@/components/ui/json-view";
import type { RunEvent } from "@/lib/protocol/run-event";
import { eventSummary } from "@/lib/run/event-summary";
import { countText } from "@/lib/run/quantity-text";
import { eventColour } from "./event-colour";

/** One event on one line, its JSON below while it is open. */
export function EventRow({
  event,
  open,
  onToggle,
}: {
  event: RunEvent;
  open: boolean;
  onToggle: () => void;
}) {
  const summary = eventSummary(event);
  return (
    <div className={classNames("border-b", open && "bg-sunken")}>
      <button
        type="button"
        aria-expanded={open}
        aria-label={`Event ${event.seq} ${event.type} ${summary}`}
        onClick={onToggle}
        className="focus-inset flex h-[27px] w-full items-center gap-2 pr-3 pl-2 text-left text-xs hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={classNames("size-3.5 shrink-0 text-subtle transition-transform", open && "rotate-90")}
        />
        <span className="w-12 shrink-0 text-right font-mono text-subtle">{event.seq}</span>
        <span className="w-24 shrink-0 text-right font-mono text-subtle">
          {countText(Math.trunc(event.at))}.{Math.trunc((event.at % 1) * 10)} ms
        </span>
        <code className={classNames("w-36 shrink-0 truncate", eventColour(event))}>{event.type}</code>
        <span title={summary} className="min-w-0 truncate text-muted">
          {summary}
        </span>
      </button>
      {open && (
        <div className="relative border-t py-1.5 pr-10 pl-4">
          <JsonView value={event} label={`Event ${event.seq}`} openDepth={2} />
          <CopyButton
            text={() => JSON.stringify(event)}
            label={`Copy event ${event.seq}`}
            className="absolute top-1 right-2"
          />
        </div>
      )}
    </div>
  );
}
