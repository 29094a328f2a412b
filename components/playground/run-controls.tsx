"use client";
import { Play, Square } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { Tooltip } from "@/components/ui/tooltip";
import { isGoingOn, useRunStatus } from "@/lib/client/run-status";
import { useSetup } from "@/lib/client/setup-store";
import { startFromSetup, stopCurrentRun } from "./commands";
import { chordText } from "./shortcut-keys";

/** Run and Stop. Both always stand there: a double click on Run never stops what it started. */
export function RunControls() {
  const goingOn = isGoingOn(useRunStatus());
  const starting = useSetup((state) => state.starting);
  const busy = goingOn || starting;
  return (
    <div className="flex items-center gap-1.5">
      <Tooltip content="Stop the run (Esc)">
        <Button aria-label="Stop" disabled={!goingOn} onClick={() => void stopCurrentRun()}>
          <Square className="fill-current" aria-hidden />
          Stop
        </Button>
      </Tooltip>
      <Tooltip content={`Start a run from the setup (${chordText("Enter")})`}>
        <Button
          variant="primary"
          aria-label="Run"
          aria-disabled={busy}
          onClick={() => void startFromSetup()}
          className="w-20 aria-disabled:opacity-50"
        >
          {busy ? <Spinner /> : <Play className="fill-current" aria-hidden />}
          Run
        </Button>
      </Tooltip>
    </div>
  );
}
