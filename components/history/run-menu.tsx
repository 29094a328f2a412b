"use client";
import {
  Download,
  EllipsisVertical,
  ExternalLink,
  History,
  PencilLine,
  Pin,
  RotateCw,
  SquarePen,
  Trash2,
} from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Kbd } from "@/components/ui/kbd";
import { openWithWish } from "@/lib/client/run-again";
import { activate, startRenaming } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { saveRuns } from "./file-commands";
import { deleteRows, openRun, togglePin } from "./history-commands";

/** Everything that can be done with one run, each with its key. */
export function RunMenu({ run, tabIndex }: { run: RunSummary; tabIndex: number }) {
  const goesOn = run.outcome === null;
  return (
    <DropdownMenu onOpenChange={(open) => open && activate(run.id)}>
      <DropdownMenuTrigger
        tabIndex={tabIndex}
        aria-label={`Actions for ${run.title}`}
        className="inline-flex size-6 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
      >
        <EllipsisVertical className="size-3.5" aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        className="w-56"
        // A name field that the menu opened keeps the focus.
        onCloseAutoFocus={(event) =>
          document.activeElement instanceof HTMLInputElement && event.preventDefault()
        }
      >
        <Item icon={<ExternalLink aria-hidden />} title="Open" keys="Enter" run={() => openRun(run.id)} />
        <Item
          icon={<PencilLine aria-hidden />}
          title="Rename"
          keys="F2"
          run={() => requestAnimationFrame(() => startRenaming(run.id))}
        />
        <Item
          icon={<Pin aria-hidden />}
          title={run.pinned ? "Unpin" : "Pin"}
          keys="P"
          run={() => void togglePin(run)}
        />
        <DropdownMenuSeparator />
        <Item
          icon={<RotateCw aria-hidden />}
          title="Run again"
          disabled={goesOn}
          run={() => openWithWish(run.id, "run")}
        />
        <Item
          icon={<SquarePen aria-hidden />}
          title="Edit and run again"
          disabled={goesOn}
          run={() => openWithWish(run.id, "edit")}
        />
        <Item
          icon={<History aria-hidden />}
          title="Replay with another engine"
          disabled={goesOn}
          run={() => openWithWish(run.id, "replay")}
        />
        <DropdownMenuSeparator />
        <Item icon={<Download aria-hidden />} title="Export" run={() => void saveRuns({ ids: [run.id] })} />
        <DropdownMenuSeparator />
        <Item icon={<Trash2 aria-hidden />} title="Delete" keys="Del" run={() => deleteRows([run.id])} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Item({
  icon,
  title,
  keys,
  disabled = false,
  run,
}: {
  icon: React.ReactNode;
  title: string;
  keys?: string;
  disabled?: boolean;
  run: () => void;
}) {
  return (
    <DropdownMenuItem disabled={disabled} onSelect={run}>
      {icon}
      {title}
      {keys !== undefined && (
        <span className="ml-auto">
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </DropdownMenuItem>
  );
}
