"use client";
import { LayoutGrid, Play, Redo2, Undo2 } from "lucide-react";
import { McpButton } from "@/components/content/mcp/mcp-button";
import { PageTopBar } from "@/components/content/page-top-bar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { showGallery } from "@/lib/client/gallery-open";
import { useStorageFull } from "@/lib/client/kept-storage";
import { toolsPath } from "@/lib/client/page-paths";
import { redoTools, undoTools, useTools } from "@/lib/client/tool-store";
import { SetMenu } from "./set-menu";

/** Where one is, the set that is worked on, and the way into a run. */
export function WorkbenchTopBar() {
  const canUndo = useTools((state) => state.past.length > 0);
  const canRedo = useTools((state) => state.future.length > 0);
  return (
    <PageTopBar
      title="Tool workbench"
      path={toolsPath}
      beside={
        <>
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
        </>
      }
      actions={<McpButton />}
      primary={
        <Button variant="primary" asChild>
          <a href="/">
            <Play aria-hidden />
            Use in a run
          </a>
        </Button>
      }
    />
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
