"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** The address, the theme and the runs live in the browser: the server draws the frame only. */
const ComparePage = dynamic(() => import("./compare-page").then((module) => module.ComparePage), {
  ssr: false,
  loading: () => (
    <main aria-busy="true" className="flex h-dvh flex-col gap-3 p-3">
      <title>Compare · Toolscope</title>
      <p className="sr-only">Loading the comparison…</p>
      <Skeleton className="h-9" />
      <Skeleton className="h-40" />
    </main>
  ),
});

/** Two to six runs side by side. */
export function Compare() {
  return <ComparePage />;
}
