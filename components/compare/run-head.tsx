"use client";
import { ArrowLeft, ArrowRight, Flag, RotateCw, X } from "lucide-react";
import { OutcomeLabel } from "@/components/content/outcome-words";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { movedRun, showRuns } from "@/lib/client/compare-address";
import { type ComparedRun, readAgain } from "@/lib/client/compared-runs";
import { engineText } from "@/lib/run/engine-text";
import type { Run } from "@/lib/run/run";
import { titleOf } from "@/lib/run/run-summary";
import { sdkVersionText } from "@/lib/run/sdk-version-text";
import { letterOf, RunLetter } from "./run-letter";
import type { Columns } from "./use-columns";

/** Whose column this is, and what can be done with it. */
export function RunHead({ id, place, columns }: { id: string; place: number; columns: Columns }) {
  const load = columns.loads[place] ?? { status: "loading" };
  return (
    <th
      scope="col"
      aria-label={`Run ${letterOf(place)}`}
      className="sticky top-0 z-20 h-px border-r border-b bg-panel p-0 text-left align-top font-normal last:border-r-0"
    >
      <div className="flex h-full flex-col gap-1 px-2 pt-2 pb-1">
        <Who id={id} place={place} load={load} />
        <HeadActions id={id} place={place} columns={columns} />
      </div>
    </th>
  );
}

function Who({ id, place, load }: { id: string; place: number; load: ComparedRun }) {
  if (load.status === "loading") return <Skeleton className="h-12" />;
  if (load.status === "ready") return <RunIdentity id={id} place={place} run={load.run} />;
  return (
    <div className="flex gap-1.5">
      <RunLetter place={place} />
      <div className="min-w-0">
        <OutcomeLabel status={load.status === "not-found" ? "not-found" : "lost"} unfinished={false} />
        <p className="break-words text-muted">
          {load.status === "not-found" ? (
            <>
              No run <code className="break-all">{id}</code> on this server: deleted, or from another one.
            </>
          ) : (
            load.message
          )}
        </p>
        {load.status === "error" && (
          <Button size="sm" onClick={() => readAgain(id)} className="mt-1">
            <RotateCw aria-hidden />
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}

function RunIdentity({ id, place, run }: { id: string; place: number; run: Run }) {
  const title = titleOf(run);
  const details = run.config === null ? [] : [engineText(run.config.engine), sdkVersionText(run)];
  const text = details.filter((detail) => detail !== "").join(" · ");
  return (
    <>
      <div className="flex items-center gap-1.5">
        <RunLetter place={place} />
        <a
          href={`/runs/${encodeURIComponent(id)}`}
          title={title}
          className="min-w-0 truncate text-sm font-medium hover:underline"
        >
          {title}
        </a>
      </div>
      <p className="flex items-center gap-2 truncate" title={text}>
        <OutcomeLabel status={run.end?.outcome ?? "running"} unfinished={false} />
        <span className="truncate text-subtle">{text}</span>
      </p>
    </>
  );
}

function HeadActions({ id, place, columns }: { id: string; place: number; columns: Columns }) {
  const { ids, runs, baseline, setBaseline } = columns;
  const letter = letterOf(place);
  const isBaseline = baseline === place && runs[place] != null;
  const move = (step: -1 | 1) => {
    const button = `move-${id}-${step}`;
    showRuns(movedRun(ids, id, step));
    // Moving a column takes the focus from the button inside it.
    requestAnimationFrame(() => document.getElementById(button)?.focus());
  };
  return (
    <div className="mt-auto flex items-center gap-0.5">
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={isBaseline}
        aria-label={`Run ${letter} as baseline`}
        disabled={runs[place] == null}
        onClick={() => setBaseline(id)}
        className={isBaseline ? "-ml-1 bg-selected text-accent-text hover:text-accent-text" : "-ml-1"}
      >
        <Flag aria-hidden className={isBaseline ? "fill-current" : ""} />
        Baseline
      </Button>
      <span className="ml-auto flex">
        <IconButton
          id={`move-${id}--1`}
          size="sm"
          label={`Move run ${letter} left`}
          aria-disabled={place === 0}
          onClick={() => move(-1)}
          className="aria-disabled:opacity-40"
        >
          <ArrowLeft aria-hidden />
        </IconButton>
        <IconButton
          id={`move-${id}-1`}
          size="sm"
          label={`Move run ${letter} right`}
          aria-disabled={place === ids.length - 1}
          onClick={() => move(1)}
          className="aria-disabled:opacity-40"
        >
          <ArrowRight aria-hidden />
        </IconButton>
        <IconButton
          size="sm"
          label={`Remove run ${letter}`}
          onClick={() => showRuns(ids.filter((each) => each !== id))}
        >
          <X aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}
