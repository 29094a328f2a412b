"use client";
import { Download, EllipsisVertical, FileArchive, History, RotateCw, SquarePen } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { isGoingOn, useRunStatus } from "@/lib/client/run-status";
import { editSetupOfRun, exportHar, exportRun, replayRun, runAgain } from "./commands";

/** What can be done with the run on screen, the same as from its row in the history. */
export function RunActionsMenu() {
  const goesOn = isGoingOn(useRunStatus());
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label="Actions for this run"
        className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
      >
        <EllipsisVertical className="size-4" aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-56">
        <DropdownMenuItem disabled={goesOn} onSelect={runAgain}>
          <RotateCw aria-hidden />
          Run again
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => requestAnimationFrame(editSetupOfRun)}>
          <SquarePen aria-hidden />
          Edit and run again
        </DropdownMenuItem>
        <DropdownMenuItem disabled={goesOn} onSelect={() => requestAnimationFrame(replayRun)}>
          <History aria-hidden />
          Replay with another engine
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void exportRun()}>
          <Download aria-hidden />
          Export
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void exportHar()}>
          <FileArchive aria-hidden />
          Export requests as HAR
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
