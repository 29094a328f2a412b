"use client";
import { FileSearch, History, ServerCrash } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { refreshHistory, shownRows, useRunHistory } from "@/lib/client/run-history";
import { RunTable } from "./run-table";

/** The runs that fit; without any, why and what to do. */
export function RunList() {
  const status = useRunHistory((state) => state.status);
  const problem = useRunHistory((state) => state.problem);
  const query = useRunHistory((state) => state.query);
  const wrongQuery = useRunHistory((state) => state.queryProblem !== null);
  const rows = useRunHistory(shownRows);
  if (status === "loading") return <Loading />;
  if (status === "error") {
    return (
      <EmptyState
        icon={<ServerCrash aria-hidden />}
        title="The runs could not be listed"
        actions={<Button onClick={() => void refreshHistory()}>Try again</Button>}
      >
        {problem}
      </EmptyState>
    );
  }
  if (rows.length > 0) {
    return (
      <>
        {problem !== null && (
          <p role="alert" className="shrink-0 border-b bg-kind-error-soft px-3 py-1.5 text-kind-error-text">
            This list is not up to date: {problem}
          </p>
        )}
        <RunTable rows={rows} />
      </>
    );
  }
  if (wrongQuery || query.trim() !== "") {
    return (
      <EmptyState icon={<FileSearch aria-hidden />} title="No run fits this search">
        All words must hold. A minus in front turns one around, quotes keep words together:
        <code className="mt-1 block">status:failed -tool:get_time &quot;in paris&quot;</code>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<History aria-hidden />}
      title="No runs yet"
      actions={
        <Button asChild variant="primary">
          <a href="/">Start a run</a>
        </Button>
      }
    >
      Every run is kept here from its first event on. Files with exported runs can be dropped on this page.
    </EmptyState>
  );
}

const places = [1, 2, 3, 4, 5, 6, 7, 8];

function Loading() {
  return (
    <div aria-busy="true" className="flex flex-col gap-2 p-3">
      <p className="sr-only">Loading the history…</p>
      {places.map((place) => (
        <Skeleton key={place} className="h-6" />
      ))}
    </div>
  );
}
