"use client";
import { LayoutGrid, Play, Redo2, Undo2 } from "lucide-react";
import { Logo } from "@/components/content/logo";
import { McpButton } from "@/components/content/mcp/mcp-button";
import { ThemeSelect } from "@/components/content/theme-select";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { showGallery } from "@/lib/client/gallery-open";
import { useStorageFull } from "@/lib/client/kept-storage";
import { redoTools, undoTools, useTools } from "@/lib/client/tool-store";
import { SetMenu } from "./set-menu";

/** Where one is, the set that is worked on, and the way into a run. */
export function WorkbenchTopBar() {
  const canUndo = useTools((state) => state.past.length > 0);
  const canRedo = useTools((state) => state.future.length > 0);
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
      <a href="/" className="flex items-center gap-2 rounded-md" aria-label="Toolscope, new run">
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight max-md:sr-only">Toolscope</span>
      </a>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <h1 className="text-sm font-medium max-sm:sr-only">Tool workbench</h1>
      <SetMenu />
      <Button variant="ghost" onClick={() => showGallery(true)} className="max-md:hidden">
        <LayoutGrid aria-hidden />
        Ready sets
      </Button>
      <IconButton label="Undo" disabled={!canUndo} onClick={undoTools}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label="Redo" disabled={!canRedo} onClick={redoTools}>
        <Redo2 aria-hidden />
      </IconButton>
      <StorageNote />
      <span className="ml-auto flex items-center gap-2">
        <McpButton />
        <ThemeSelect />
        <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
        <Button variant="primary" asChild>
          <a href="/">
            <Play aria-hidden />
            Use in a run
          </a>
        </Button>
      </span>
    </header>
  );
}

/** What is on screen stays until the page is left; an export keeps it. */
function StorageNote() {
  const full = useStorageFull((state) => state.full);
  if (!full) return null;
  return (
    <p
      role="alert"
      className="min-w-0 truncate rounded-md bg-kind-error-soft px-2 py-1 text-xs text-kind-error-text"
    >
      The browser has no room left: the newest changes are not kept. Export the set, or delete what is large.
    </p>
  );
}
