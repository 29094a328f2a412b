"use client";
import { RotateCcw, Trash2 } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import { IconButton } from "@/components/ui/icon-button";
import type { Trial } from "@/lib/client/trial-call";
import { forgetTrials, typeInput } from "@/lib/client/trial-store";
import { countOf } from "@/lib/run/quantity-text";
import type { ToolItem } from "@/lib/tool-design/tool-item";

/** The calls made before, kept in the browser: to look at again, or to take the input from. */
export function TrialHistory({
  tool,
  trials,
  shownId,
  onChoose,
}: {
  tool: ToolItem;
  trials: readonly Trial[];
  shownId: string;
  onChoose: (id: string) => void;
}) {
  return (
    <CollapsibleSection
      title="History"
      summary={countOf(trials.length, "trial")}
      className="mt-auto border-t"
      actions={
        <IconButton label="Forget the history of this tool" size="sm" onClick={() => forgetTrials(tool.id)}>
          <Trash2 aria-hidden />
        </IconButton>
      }
    >
      <ol aria-label="History" className="max-h-56 overflow-y-auto px-2 pb-2">
        {trials.map((trial) => (
          <li
            key={trial.id}
            className={classNames(
              "flex h-7 items-center gap-2 rounded-md pl-2 text-xs hover:bg-hover",
              trial.id === shownId && "bg-selected hover:bg-selected",
            )}
          >
            <button
              type="button"
              aria-current={trial.id === shownId || undefined}
              onClick={() => onChoose(trial.id)}
              className="focus-inset flex h-full min-w-0 flex-1 items-center gap-2 text-left"
            >
              <span className="shrink-0 text-subtle">{timeText(trial.at)}</span>
              <span className="min-w-0 flex-1 truncate font-mono">
                {trial.inputText.replaceAll(/\s+/g, " ")}
              </span>
              <span className="shrink-0 text-subtle">{outcomeText(trial)}</span>
            </button>
            <IconButton label="Take this input" size="sm" onClick={() => typeInput(tool.id, trial.inputText)}>
              <RotateCcw aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
    </CollapsibleSection>
  );
}

function timeText(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? "" : time.toLocaleTimeString([], { hour12: false });
}

function outcomeText({ state, calls }: Trial): string {
  if (state !== "ended") return state;
  const failed = calls.filter(({ result }) => result?.isError === true).length;
  const count = calls.length === 1 ? "" : `${calls.length} x `;
  return failed === 0 ? `${count}ok` : `${failed} of ${calls.length} failed`;
}
