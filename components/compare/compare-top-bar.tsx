"use client";
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { PageTopBar } from "@/components/content/page-top-bar";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { comparePath, fewestCompared } from "@/lib/client/compare-address";
import { RunPicker } from "./run-picker";

/** Where one is, the way back, and which runs stand side by side. */
export function CompareTopBar({ ids }: { ids: readonly string[] }) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <PageTopBar
        title="Compare"
        path={comparePath([])}
        actions={
          ids.length >= fewestCompared && (
            <>
              <CopyButton text={() => window.location.href} label="Copy link to this comparison" />
              <Button onClick={() => setChoosing(true)}>
                <ListChecks aria-hidden />
                Choose runs
              </Button>
            </>
          )
        }
      />
      <Dialog open={choosing} onOpenChange={setChoosing} title="Choose runs to compare" className="w-160">
        <RunPicker ids={ids} onDone={() => setChoosing(false)} />
      </Dialog>
    </>
  );
}
