"use client";
import { MishapTag } from "@/components/content/mishap-tag";
import { Button } from "@/components/ui/button";
import { type Selection, select } from "@/lib/client/selection";
import type { Finding } from "@/lib/protocol/run-summary";
import { type Remedies, RemedyButton } from "./remedy-button";
import { SeverityIcon } from "./severity-icon";

/** One finding: what, what to do, and where to look. */
export function FindingItem({ finding, remedies }: { finding: Finding; remedies: Remedies }) {
  const target = targetOf(finding);
  const { mishap, systemPrompt } = finding;
  return (
    <li className="flex items-start gap-2 border-b px-3 py-1.5 last:border-b-0">
      <span className="mt-0.5">
        <SeverityIcon severity={finding.severity} />
      </span>
      <div className="min-w-0 flex-1 text-sm">
        <p className="break-words">{finding.message}</p>
        <p className="break-words text-xs text-muted">{finding.fix}</p>
        {(mishap !== undefined || systemPrompt !== undefined) && (
          <div className="mt-1 flex flex-wrap items-center gap-2">
            {mishap !== undefined && <MishapTag>A mishap you switched on</MishapTag>}
            <RemedyButton finding={finding} remedies={remedies} />
          </div>
        )}
      </div>
      {target !== null && (
        <Button size="sm" variant="ghost" onClick={() => select(target)}>
          Show {target.kind === "tool-call" ? "call" : target.kind}
        </Button>
      )}
    </li>
  );
}

function targetOf(finding: Finding): Selection | null {
  if (finding.toolCallId !== undefined) return { kind: "tool-call", id: finding.toolCallId };
  if (finding.requestId !== undefined) return { kind: "request", id: finding.requestId };
  return finding.turnId === undefined ? null : { kind: "turn", id: finding.turnId };
}
