"use client";
import { Wand2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast-queue";
import { applyFix } from "@/lib/client/tool-edits";
import { undoTools } from "@/lib/client/tool-store";
import type { Lint } from "@/lib/tool-design/lint/lint";

/** One press that puts right what a lint is about; nothing where there is no such press. */
export function LintFixButton({ lint, toolId }: { lint: Lint; toolId: string }) {
  const { fix } = lint;
  if (fix === undefined) return null;
  return (
    <Button
      size="sm"
      className="h-auto min-h-6 self-start py-0.5 whitespace-normal"
      onClick={() => {
        applyFix(toolId, fix.apply);
        notify({ title: fix.title, action: { label: "Undo", run: undoTools } });
      }}
    >
      <Wand2 aria-hidden />
      {fix.title}
    </Button>
  );
}
