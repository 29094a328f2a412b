"use client";
import { PageTopBar } from "@/components/content/page-top-bar";
import { CopyButton } from "@/components/ui/copy-button";
import { historyPath } from "@/lib/client/page-paths";

/** The history's title, and a link to the search on screen. */
export function HistoryTopBar() {
  return (
    <PageTopBar
      title="History"
      path={historyPath}
      actions={<CopyButton text={() => window.location.href} label="Copy link to this search" />}
    />
  );
}
