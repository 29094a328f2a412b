"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { openImport } from "@/lib/client/import-dialog";
import { addBuiltin, addServerTool, addTool } from "@/lib/client/tool-edits";
import { useCurrentSet } from "@/lib/client/tool-store";
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { handlerForms } from "@/lib/tool-design/handler-form";
import { itemName } from "@/lib/tool-design/item-name";
import { selectTool } from "./use-selected-tool";

/** A new tool, by what shall answer it; a built-in one; one that the provider executes. */
export function AddMenu() {
  const names = useCurrentSet().tools.map(itemName);
  const missing = builtinToolNames.filter((name) => !names.includes(name));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="sm">
          <Plus aria-hidden />
          Add
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="min-w-72">
        <DropdownMenuItem onSelect={() => openImport()}>
          <span className="flex min-w-0 flex-col">
            Paste or import
            <span className="max-w-72 text-xs text-subtle">
              A definition, a JSON Schema, a zod schema, a function in Python or TypeScript.
            </span>
          </span>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>A tool of your own</DropdownMenuLabel>
        {handlerForms
          .filter(({ kind }) => kind !== "builtin")
          .map(({ kind, title, description }) => (
            <DropdownMenuItem key={kind} onSelect={() => selectTool(addTool(kind))}>
              <span className="flex min-w-0 flex-col">
                {title}
                <span className="max-w-72 text-xs text-subtle">{description}</span>
              </span>
            </DropdownMenuItem>
          ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => selectTool(addServerTool())}>
          <span className="flex min-w-0 flex-col">
            Server tool
            <span className="text-xs text-subtle">The provider executes it: web search, tool search, …</span>
          </span>
        </DropdownMenuItem>
        {missing.length > 0 && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>Built-in tools</DropdownMenuLabel>
            {missing.map((name) => (
              <DropdownMenuItem key={name} onSelect={() => selectTool(addBuiltin(name))}>
                <span className="font-mono text-xs">{name}</span>
              </DropdownMenuItem>
            ))}
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
