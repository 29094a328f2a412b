"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { useRunStatus } from "@/lib/client/run-status";
import { Gallery } from "./gallery";
import { RunNotFound } from "./run-not-found";

const RunView = dynamic(() => import("./run-view").then((module) => module.RunView), {
  ssr: false,
  loading: () => <Skeleton className="m-3 h-40" />,
});

/** The run on screen; without a run, the gallery. */
export function RunPane() {
  const status = useRunStatus();
  if (status === "none") return <Gallery />;
  if (status === "not-found") return <RunNotFound />;
  return <RunView />;
}
