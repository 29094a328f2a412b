"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** The address, the theme and the runs live in the browser: the server draws the frame only. */
const HistoryPage = dynamic(() => import("./history-page").then((module) => module.HistoryPage), {
  ssr: false,
  loading: () => (
    <main aria-busy="true" className="flex h-dvh flex-col gap-3 p-3">
      <title>History · Toolscope</title>
      <p className="sr-only">Loading the history…</p>
      <Skeleton className="h-9" />
      <Skeleton className="h-80" />
    </main>
  ),
});

/** All runs: to find, open, name, keep, compare, hand on and delete. */
export function History() {
  return <HistoryPage />;
}
