"use client";
import { useEffect } from "react";
import { TooltipProvider } from "@/components/ui/tooltip";
import { useRunId } from "@/lib/client/run-path";
import { openRun } from "@/lib/client/run-store";
import { Overlays } from "./overlays";
import { PageTitle } from "./run-title";
import { TopBar } from "./top-bar";
import { useShortcuts } from "./use-shortcuts";
import { Workspace } from "./workspace";

/** Follows the run the address names, and stays mounted while the address changes. */
export function Desk() {
  const runId = useRunId();
  useEffect(() => openRun(runId), [runId]);
  useShortcuts();
  return (
    <TooltipProvider>
      <PageTitle />
      <div className="flex h-dvh flex-col overflow-hidden">
        <TopBar />
        <Workspace />
      </div>
      <Overlays />
    </TooltipProvider>
  );
}
