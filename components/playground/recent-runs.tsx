"use client";
import { Columns3, History } from "lucide-react";
import { useState } from "react";
import { RunSummaryText } from "@/components/content/run-summary-text";
import {
  DropdownMenuCheckboxItem,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import { useResource } from "@/lib/client/api-resource";
import { recentRuns } from "@/lib/client/catalogues";
import { fewestCompared, mostCompared } from "@/lib/client/compare-address";
import { historyPath } from "@/lib/client/page-paths";
import { pushPath } from "@/lib/client/url-params";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { compareRuns } from "./commands";

/** The list in the menu of recent runs. */
export function RecentRuns() {
  const runs = useResource(recentRuns);
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  if (runs.status === "loading") return <DropdownMenuLabel>Loading the history…</DropdownMenuLabel>;
  if (runs.status === "error") return <DropdownMenuLabel>{runs.message}</DropdownMenuLabel>;
  if (runs.value.length === 0)
    return <DropdownMenuLabel>No runs yet. The first one will stand here.</DropdownMenuLabel>;
  const shown = runs.value.slice(0, 10);
  const startPicking = (event: Event) => {
    event.preventDefault();
    setPicked([]);
  };
  if (picked !== null) return <RunPicking runs={shown} picked={picked} onPick={setPicked} />;
  return (
    <>
      {shown.map((run) => (
        <DropdownMenuItem
          key={run.id}
          className="items-start py-1.5"
          onSelect={() => pushPath(`/runs/${run.id}`)}
        >
          <RunSummaryText run={run} />
        </DropdownMenuItem>
      ))}
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => window.location.assign(historyPath)}>
        <History aria-hidden />
        All runs
      </DropdownMenuItem>
      {shown.length >= fewestCompared && (
        <DropdownMenuItem onSelect={startPicking}>
          <Columns3 aria-hidden />
          Pick runs to compare
        </DropdownMenuItem>
      )}
    </>
  );
}

function RunPicking({
  runs,
  picked,
  onPick,
}: {
  runs: readonly RunSummary[];
  picked: readonly string[];
  onPick: (picked: readonly string[]) => void;
}) {
  const full = picked.length >= mostCompared;
  return (
    <>
      <DropdownMenuLabel>Two to six runs, the first is the baseline</DropdownMenuLabel>
      {runs.map((run) => (
        <DropdownMenuCheckboxItem
          key={run.id}
          className="items-start py-1.5"
          checked={picked.includes(run.id)}
          disabled={full && !picked.includes(run.id)}
          onCheckedChange={(checked) =>
            onPick(checked ? [...picked, run.id] : picked.filter((id) => id !== run.id))
          }
        >
          <RunSummaryText run={run} />
        </DropdownMenuCheckboxItem>
      ))}
      <DropdownMenuSeparator />
      <DropdownMenuItem disabled={picked.length < fewestCompared} onSelect={() => compareRuns(picked)}>
        <Columns3 aria-hidden />
        {picked.length < fewestCompared ? "Compare" : `Compare ${picked.length} runs`}
      </DropdownMenuItem>
    </>
  );
}
