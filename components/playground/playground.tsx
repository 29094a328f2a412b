"use client";
import { useEffect } from "react";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { useRunId } from "@/lib/client/run-path";
import { openRun } from "@/lib/client/run-store";
import { useInBrowser } from "@/lib/client/use-media-query";
import { Overlays } from "./overlays";
import { PlaygroundSkeleton } from "./playground-skeleton";
import { PageTitle } from "./run-title";
import { TopBar } from "./top-bar";
import { useShortcuts } from "./use-shortcuts";
import { Workspace } from "./workspace";

/**
 * The whole playground, on `/` and on `/runs/{id}` alike: it follows the run the address names and stays mounted while
 * the address changes.
 */
export function Playground({ firstRunId }: { firstRunId: string | null }) {
  const runId = useRunId(firstRunId);
  const inBrowser = useInBrowser();
  useEffect(() => openRun(runId), [runId]);
  useShortcuts();
  return (
    <>
      <PageTitle />
      {inBrowser ? (
        <TooltipProvider>
          <div className="flex h-dvh flex-col overflow-hidden">
            <TopBar />
            <Workspace />
          </div>
          <Overlays />
          <Toaster />
        </TooltipProvider>
      ) : (
        <PlaygroundSkeleton />
      )}
    </>
  );
}
