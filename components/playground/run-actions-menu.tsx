"use client";
import {
  Download,
  EllipsisVertical,
  FileArchive,
  History,
  PencilLine,
  Pin,
  PinOff,
  RotateCw,
  SquarePen,
} from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { openOverlay } from "@/lib/client/overlay";
import { useRunLabel } from "@/lib/client/run-label";
import { isGoingOn, useRunStatus } from "@/lib/client/run-status";
import { exportHar, exportRun, togglePin } from "./commands";
import { editSetupOfRun, replayRun, runAgain } from "./setup-of";

/** What can be done with the run on screen, the same as from its row in the history. */
export function RunActionsMenu() {
  const goesOn = isGoingOn(useRunStatus());
  const pinned = useRunLabel()?.pinned ?? false;
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
        <DropdownMenuItem onSelect={() => requestAnimationFrame(() => openOverlay("rename"))}>
          <PencilLine aria-hidden />
          Rename
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void togglePin()}>
          {pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {pinned ? "Unpin" : "Pin"}
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
