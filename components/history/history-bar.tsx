"use client";
import { Columns3, Download, Pin, Trash2, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { comparePath, fewestCompared, mostCompared } from "@/lib/client/compare-address";
import { useRunHistory } from "@/lib/client/run-history";
import { clearPicks, useRunPicks } from "@/lib/client/run-picks";
import { countOf, countText } from "@/lib/run/quantity-text";
import { saveRuns } from "./file-commands";
import { deleteRows, pinRuns } from "./history-commands";
import { ImportButton } from "./import-button";

/** How many runs there are; once some are picked, what can be done with them. */
export function HistoryBar() {
  const picked = useRunPicks((state) => state.picked);
  return (
    <div className="flex min-h-7 items-center gap-1.5">
      <Count picked={picked.length} />
      {picked.length > 0 ? <PickedActions picked={picked} /> : <AllActions />}
    </div>
  );
}

function Count({ picked }: { picked: number }) {
  const total = useRunHistory((state) => state.total - state.hidden.size);
  const query = useRunHistory((state) => state.query);
  const ready = useRunHistory((state) => state.status === "ready");
  if (!ready) return null;
  const text = query.trim() === "" ? countOf(total, "run") : `${countOf(total, "run")} found`;
  return (
    <p role="status" className="mr-1 whitespace-nowrap text-xs text-subtle">
      {picked > 0 ? `${countText(picked)} of ${text} picked` : text}
    </p>
  );
}

/** What needs no run picked: bringing runs in, and saving all that are found. */
function AllActions() {
  const query = useRunHistory((state) => state.query);
  const none = useRunHistory((state) => state.rows.length === 0);
  return (
    <>
      <ImportButton />
      <Button
        disabled={none}
        title="Save all these runs as one file"
        onClick={() => void saveRuns({ query })}
      >
        <Download aria-hidden />
        Export
      </Button>
    </>
  );
}

function PickedActions({ picked }: { picked: readonly string[] }) {
  const comparable = picked.length >= fewestCompared && picked.length <= mostCompared;
  return (
    <>
      <Button
        disabled={!comparable}
        title={comparable ? undefined : "Pick two to six runs to compare them"}
        onClick={() => window.location.assign(comparePath(picked))}
      >
        <Columns3 aria-hidden />
        Compare
      </Button>
      <Button onClick={() => void pinRuns(picked)}>
        <Pin aria-hidden />
        Pin
      </Button>
      <Button onClick={() => void saveRuns({ ids: [...picked] })}>
        <Download aria-hidden />
        Export
      </Button>
      <Button onClick={() => deleteRows(picked)}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      <IconButton label="Pick none" shortcut="Esc" onClick={clearPicks}>
        <X aria-hidden />
      </IconButton>
    </>
  );
}
