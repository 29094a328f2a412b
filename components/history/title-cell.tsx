"use client";
import { FileInput } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { runPicks, startRenaming, useRunPicks } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { renameRun, runAddress } from "./history-commands";

/** What the run is called: a link to it, or a field while it is renamed. */
export function TitleCell({
  run,
  tabIndex,
  onRenamed,
}: {
  run: RunSummary;
  tabIndex: number;
  onRenamed: () => void;
}) {
  const renaming = useRunPicks((state) => state.renaming === run.id);
  return (
    <td className="flex min-w-0 items-center gap-1.5 px-1.5">
      {renaming ? (
        <NameField run={run} onRenamed={onRenamed} />
      ) : (
        <a
          href={runAddress(run.id)}
          tabIndex={tabIndex}
          title={run.title}
          className="truncate rounded-sm underline-offset-2 hover:underline"
        >
          {run.title}
        </a>
      )}
      {run.imported && (
        <span title="Imported from a file" className="shrink-0 text-subtle">
          <FileInput className="size-3.5" aria-hidden />
          <span className="sr-only">imported</span>
        </span>
      )}
    </td>
  );
}

/** Enter and leaving the field take the name, Esc leaves it as it was. */
function NameField({ run, onRenamed }: { run: RunSummary; onRenamed: () => void }) {
  const [name, setName] = useState(run.title);
  const onKeyDown = (event: KeyboardEvent) => {
    // The grid's own keys would act on the row.
    event.stopPropagation();
    if (event.key === "Enter") void renameRun(run, name);
    else if (event.key === "Escape") startRenaming(null);
    else return;
    event.preventDefault();
    onRenamed();
  };
  return (
    <input
      ref={selectAll}
      aria-label="Name of the run"
      placeholder="Blank for the beginning of the prompt"
      maxLength={200}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => runPicks.getState().renaming === run.id && void renameRun(run, name)}
      className="-mx-1.5 h-6 min-w-0 flex-1 rounded-sm border border-accent bg-panel px-1.5 text-sm"
    />
  );
}

function selectAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
