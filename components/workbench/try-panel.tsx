"use client";
import { CloudOff } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { useTrials } from "@/lib/client/trial-store";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { TrialHistory } from "./trial-history";
import { TrialView } from "./trial-view";
import { TryForm } from "./try-form";

/** The tool alone: an input, a press of Try, and what comes of it. */
export function TryPanel({ tool }: { tool: ToolItem }) {
  const all = useTrials((state) => state.trials);
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (tool.kind === "server") {
    return (
      <EmptyState icon={<CloudOff aria-hidden />} title="Nothing to try here">
        The provider executes this tool. Start a run to see what it does.
      </EmptyState>
    );
  }
  const trials = all.filter(({ toolId }) => toolId === tool.id);
  const shown = trials.find(({ id }) => id === chosenId) ?? trials[0];
  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <TryForm
        tool={tool}
        goingOn={trials.find(({ state }) => state === "going on")}
        onTry={() => setChosenId(null)}
      />
      {shown === undefined ? (
        <p className="p-3 text-xs text-subtle">
          Nothing called yet. The tool is run as in a run: the input is checked against the schema first, then
          its handler answers, within the same limits.
        </p>
      ) : (
        <>
          <TrialView trial={shown} tool={tool} />
          <TrialHistory tool={tool} trials={trials} shownId={shown.id} onChoose={setChosenId} />
        </>
      )}
    </div>
  );
}
