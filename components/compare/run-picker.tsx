"use client";
import { Columns3, History } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { useResource } from "@/lib/client/api-resource";
import { runSearch } from "@/lib/client/catalogues";
import { fewestCompared, mostCompared, showRuns } from "@/lib/client/compare-address";
import { PickableRun } from "./pickable-run";

/** The runs of this server with a box to tick each; what is picked keeps the order of picking. */
export function RunPicker({ ids, onDone }: { ids: readonly string[]; onDone?: () => void }) {
  const [picked, setPicked] = useState(ids);
  const [query, setQuery] = useState("");
  const full = picked.length >= mostCompared;
  const compare = () => {
    showRuns(picked);
    onDone?.();
  };
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <div className="flex items-end gap-2">
        <TextField
          label="Search runs"
          labelHidden
          placeholder="Search by prompt, model, provider, outcome or id"
          value={query}
          onValueChange={setQuery}
          className="flex-1"
        />
        <Button variant="primary" disabled={picked.length < fewestCompared} onClick={compare}>
          <Columns3 aria-hidden />
          {picked.length < fewestCompared ? "Compare" : `Compare ${picked.length} runs`}
        </Button>
      </div>
      <p role="status" className="text-xs text-subtle">
        {statusText(picked.length)}
      </p>
      <FoundRuns
        query={useDeferredValue(query)}
        picked={picked}
        full={full}
        onPick={(id) =>
          setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id])
        }
      />
    </div>
  );
}

function statusText(count: number): string {
  if (count < fewestCompared) return `${count} picked, ${fewestCompared - count} more to compare`;
  return count < mostCompared ? `${count} picked of at most ${mostCompared}` : `${count} picked, no more fit`;
}

function FoundRuns({
  query,
  picked,
  full,
  onPick,
}: {
  query: string;
  picked: readonly string[];
  full: boolean;
  onPick: (id: string) => void;
}) {
  const found = useMemo(() => runSearch(query), [query]);
  const runs = useResource(found);
  if (runs.status === "loading") return <Skeleton className="h-40" />;
  if (runs.status === "error")
    return (
      <EmptyState
        icon={<History aria-hidden />}
        title="The runs could not be listed"
        actions={<Button onClick={found.reload}>Try again</Button>}
      >
        {runs.message}
      </EmptyState>
    );
  if (runs.value.length === 0)
    return query.trim() === "" ? (
      <EmptyState
        icon={<History aria-hidden />}
        title="No runs yet"
        actions={
          <Button asChild variant="primary">
            <a href="/">Start a run</a>
          </Button>
        }
      >
        Start two runs in the playground, then put them side by side here.
      </EmptyState>
    ) : (
      <p className="p-3 text-muted">No run fits this search.</p>
    );
  return (
    <ul aria-label="Runs" className="overflow-hidden rounded-md border bg-panel">
      {runs.value.map((run) => (
        <PickableRun
          key={run.id}
          run={run}
          place={picked.indexOf(run.id)}
          disabled={full && !picked.includes(run.id)}
          onPick={() => onPick(run.id)}
        />
      ))}
    </ul>
  );
}
