"use client";
import {
  Braces,
  Check,
  ChevronDown,
  Copy,
  Download,
  LayoutGrid,
  PencilLine,
  Plus,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { notify } from "@/components/ui/toast-queue";
import { showGallery } from "@/lib/client/gallery-open";
import { addSet, duplicateSet, openSet, removeSet } from "@/lib/client/set-edits";
import { useCurrentSet, useTools } from "@/lib/client/tool-store";
import { countOf } from "@/lib/run/quantity-text";
import { copyTools, downloadSet } from "./export-set";
import { RenameSet } from "./rename-set";

/** The tool sets of this browser: which is worked on, and what can be done with it. Every change is kept at once. */
export function SetMenu() {
  const sets = useTools((state) => state.sets);
  const current = useCurrentSet();
  const [renaming, setRenaming] = useState(false);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button aria-label={`Tool set: ${current.name}`} className="min-w-0 shrink">
            <span className="truncate">{current.name}</span>
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" className="min-w-64">
          <DropdownMenuLabel>Tool sets, kept in this browser</DropdownMenuLabel>
          {sets.map((set) => (
            <DropdownMenuItem key={set.id} onSelect={() => openSet(set.id)}>
              <span className="flex size-3.5">{set.id === current.id && <Check className="size-3.5" />}</span>
              <span className="min-w-0 flex-1 truncate">{set.name}</span>
              <span className="pl-4 text-xs text-subtle">{countOf(set.tools.length, "tool")}</span>
            </DropdownMenuItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => addSet()}>
            <Plus aria-hidden />
            New tool set
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => showGallery(true)}>
            <LayoutGrid aria-hidden />
            Ready tool sets
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={duplicateSet}>
            <Copy aria-hidden />
            Duplicate this set
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setRenaming(true)}>
            <PencilLine aria-hidden />
            Rename this set
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => downloadSet(current)}>
            <Download aria-hidden />
            Export as a file
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void copyTools(current, "Anthropic")}>
            <Braces aria-hidden />
            Copy as Anthropic tools
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void copyTools(current, "MCP")}>
            <Braces aria-hidden />
            Copy as MCP tools
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => removeCurrent(current.id, current.name)}>
            <Trash2 aria-hidden />
            Delete this set
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {renaming && <RenameSet set={current} onDone={() => setRenaming(false)} />}
    </>
  );
}

function removeCurrent(id: string, name: string): void {
  const undo = removeSet(id);
  notify({ title: `Tool set ${name} deleted`, action: { label: "Undo", run: undo } });
}
