"use client";
import { Braces, Copy, SquareTerminal } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";

/** The setup to take elsewhere: the body of `POST /api/runs`, keys and secrets left out. */
export function ShareMenu() {
  return (
    <DropdownMenu onOpenChange={(open) => open && void load()}>
      <DropdownMenuTrigger asChild>
        <IconButton label="Copy setup">
          <Copy aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={() => void copyAsJson()}>
          <Braces aria-hidden />
          Copy as JSON
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void copyAsCurl()}>
          <SquareTerminal aria-hidden />
          Copy as curl
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Loaded with the menu, so that it is there when the clipboard asks for a fresh click. */
function load() {
  return import("./copy-setup");
}

async function copyAsJson(): Promise<void> {
  await (await load()).copyAsJson();
}

async function copyAsCurl(): Promise<void> {
  await (await load()).copyAsCurl();
}
