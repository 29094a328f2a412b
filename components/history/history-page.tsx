"use client";
import { useEffect } from "react";
import { PageFrame } from "@/components/content/page-frame";
import { followHistory, searchHistory } from "@/lib/client/run-history";
import { urlParam } from "@/lib/client/url-params";
import { viewStore } from "@/lib/client/view-store";
import { DropZone } from "./drop-zone";
import { HistoryBar } from "./history-bar";
import { HistoryTopBar } from "./history-top-bar";
import { RunList } from "./run-list";
import { SearchBox, searchFieldName } from "./search-box";

/** The history: a search, what to do with the runs picked, and the runs. */
export function HistoryPage() {
  useEffect(() => {
    void searchHistory(urlParam("query", ""));
    return followHistory();
  }, []);
  useEffect(() => {
    document.addEventListener("keydown", focusSearch);
    return () => document.removeEventListener("keydown", focusSearch);
  }, []);
  return (
    <PageFrame title="History" topBar={<HistoryTopBar />}>
      <DropZone>
        <main className="flex min-h-0 flex-1 flex-col bg-panel">
          <div className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-2 border-b px-3 py-2">
            <SearchBox />
            <HistoryBar />
          </div>
          <RunList />
        </main>
      </DropZone>
    </PageFrame>
  );
}

/** A slash goes to the search, wherever nothing is typed and no menu is open. */
function focusSearch(event: KeyboardEvent): void {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!viewStore.getState().singleKeys) return;
  if (event.target instanceof Element && event.target.closest("input, [role=menu], [role=combobox]")) return;
  event.preventDefault();
  document.querySelector<HTMLElement>(`[name="${searchFieldName}"]`)?.focus();
}
