"use client";
import { SearchCheck } from "lucide-react";
import { useState } from "react";
import { MishapTag } from "@/components/content/mishap-tag";
import { isGoingOn, useShownStatus } from "@/lib/client/run-status";
import { useRun } from "@/lib/client/use-run";
import { liveFindings } from "@/lib/run/live-selectors";
import { countOf } from "@/lib/run/quantity-text";
import { FindingItem } from "./finding-item";
import { type Remedies, RemedyButton } from "./remedy-button";
import { SeverityIcon } from "./severity-icon";

/** What was noticed about the run, and what to do about it. Its row stands there from the start: a finding moves nothing. */
export function FindingsStrip({ remedies }: { remedies: Remedies }) {
  const list = useRun(liveFindings);
  const [open, setOpen] = useState(false);
  const worst = list[0];
  if (worst === undefined) return <NoFindings />;
  return (
    <section aria-label="Findings" className="shrink-0 border-b bg-panel">
      <div className="flex items-center">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="focus-inset flex h-8 min-w-0 flex-1 items-center gap-2 px-3 text-left text-sm hover:bg-hover"
        >
          <SeverityIcon severity={worst.severity} />
          <span className="shrink-0 font-medium">{countOf(list.length, "finding")}</span>
          {!open && worst.mishap !== undefined && <MishapTag>Mishap, ours</MishapTag>}
          {!open && <span className="min-w-0 truncate text-muted">{worst.message}</span>}
          <span className="ml-auto shrink-0 text-xs text-subtle">{open ? "Hide" : "Show"}</span>
        </button>
        {!open && worst.mishap !== undefined && (
          <span className="pr-2">
            <RemedyButton finding={worst} remedies={remedies} />
          </span>
        )}
      </div>
      {open && (
        <ul className="max-h-44 overflow-y-auto border-t">
          {list.map((finding) => (
            <FindingItem
              key={`${finding.code} ${finding.turnId} ${finding.requestId} ${finding.toolCallId} ${finding.header}`}
              finding={finding}
              remedies={remedies}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function NoFindings() {
  const goingOn = isGoingOn(useShownStatus());
  return (
    <section
      aria-label="Findings"
      className="flex h-8 shrink-0 items-center gap-2 border-b bg-panel px-3 text-sm text-subtle"
    >
      <SearchCheck className="size-4" aria-hidden />
      {goingOn ? "No findings so far" : "No findings"}
    </section>
  );
}
