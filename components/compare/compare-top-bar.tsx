"use client";
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { Logo } from "@/components/content/logo";
import { ThemeSelect } from "@/components/content/theme-select";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { fewestCompared } from "@/lib/client/compare-address";
import { RunPicker } from "./run-picker";

/** Where one is, the way back, and which runs stand side by side. */
export function CompareTopBar({ ids }: { ids: readonly string[] }) {
  const [choosing, setChoosing] = useState(false);
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
      <a href="/" className="flex items-center gap-2 rounded-md" aria-label="Toolscope, new run">
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight max-md:sr-only">Toolscope</span>
      </a>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <h1 className="text-sm font-medium">Compare</h1>
      <span className="ml-auto flex items-center gap-2">
        {ids.length >= fewestCompared && (
          <>
            <CopyButton text={() => window.location.href} label="Copy link to this comparison" />
            <Button onClick={() => setChoosing(true)}>
              <ListChecks aria-hidden />
              Choose runs
            </Button>
          </>
        )}
        <ThemeSelect />
      </span>
      <Dialog open={choosing} onOpenChange={setChoosing} title="Choose runs to compare" className="w-160">
        <RunPicker ids={ids} onDone={() => setChoosing(false)} />
      </Dialog>
    </header>
  );
}
