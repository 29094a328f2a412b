"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** Tools, theme and pane sizes live in the browser: the server draws the frame only. */
const WorkbenchPage = dynamic(() => import("./workbench-page").then((module) => module.WorkbenchPage), {
  ssr: false,
  loading: () => (
    <main aria-busy="true" className="flex h-dvh flex-col gap-3 p-3">
      <title>Tool workbench · Toolscope</title>
      <p className="sr-only">Loading the tool workbench…</p>
      <Skeleton className="h-9" />
      <Skeleton className="h-60" />
    </main>
  ),
});

/** Write a tool, try it, watch a model use it. */
export function Workbench() {
  return <WorkbenchPage />;
}
