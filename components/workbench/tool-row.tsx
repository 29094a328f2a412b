"use client";
import { ArrowDown, ArrowUp, Copy, Ellipsis, Trash2 } from "lucide-react";
import type { DragEvent } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast-queue";
import { switchTool } from "@/lib/client/switch-tools";
import { duplicateTool, moveTool, removeTool } from "@/lib/client/tool-edits";
import { itemKind, itemName } from "@/lib/tool-design/item-name";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { selectTool } from "./use-selected-tool";

type RowProps = { tool: ToolItem; place: number; count: number; selected: boolean };

const dragType = "application/x-toolscope-tool";

/** One tool of the set: on or off, chosen or not; dragged to another place, or moved there from its menu. */
export function ToolRow({ tool, place, count, selected }: RowProps) {
  const name = itemName(tool) || "unnamed";
  return (
    <li
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, tool.id)}
      onDragOver={allowDrop}
      onDrop={(event) => dropAt(event, place)}
      className={classNames(
        "group flex h-8 items-center gap-1.5 rounded-md pl-1.5 hover:bg-hover",
        selected && "bg-selected hover:bg-selected",
      )}
    >
      <Checkbox
        label={`Use ${name}`}
        labelHidden
        checked={tool.enabled}
        onCheckedChange={(checked) => switchTool(tool.id, checked === true)}
      />
      <button
        type="button"
        aria-current={selected || undefined}
        onClick={() => selectTool(tool.id)}
        className="focus-inset flex h-full min-w-0 flex-1 items-center gap-2 rounded-sm text-left"
      >
        <span
          className={classNames("min-w-0 flex-1 truncate font-mono text-xs", !tool.enabled && "text-subtle")}
        >
          {name}
        </span>
        <span className="shrink-0 text-2xs text-subtle">{itemKind(tool)}</span>
      </button>
      <RowMenu tool={tool} name={name} place={place} count={count} />
    </li>
  );
}

function RowMenu({ tool, name, place, count }: Omit<RowProps, "selected"> & { name: string }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label={`More for ${name}`} size="sm" className="opacity-60 group-hover:opacity-100">
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem disabled={tool.kind === "builtin"} onSelect={() => duplicate(tool.id)}>
          <Copy aria-hidden />
          Duplicate
        </DropdownMenuItem>
        <DropdownMenuItem disabled={place === 0} onSelect={() => moveTool(tool.id, place - 1)}>
          <ArrowUp aria-hidden />
          Move up
        </DropdownMenuItem>
        <DropdownMenuItem disabled={place === count - 1} onSelect={() => moveTool(tool.id, place + 1)}>
          <ArrowDown aria-hidden />
          Move down
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => remove(tool.id, name)}>
          <Trash2 aria-hidden />
          Delete
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function allowDrop(event: DragEvent): void {
  if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
}

function dropAt(event: DragEvent, place: number): void {
  const id = event.dataTransfer.getData(dragType);
  if (id === "") return;
  event.preventDefault();
  event.stopPropagation();
  moveTool(id, place);
}

function duplicate(id: string): void {
  const copy = duplicateTool(id);
  if (copy !== null) selectTool(copy);
}

function remove(id: string, name: string): void {
  const undo = removeTool(id);
  notify({ title: `Tool ${name} deleted`, action: { label: "Undo", run: undo } });
}
