"use client";
import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { newRun } from "./commands";

/** The address names a run this server does not have. */
export function RunNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="This run is not here"
      actions={
        <Button variant="primary" onClick={newRun}>
          Start a new run
        </Button>
      }
    >
      It may have been deleted, or it belongs to another Toolscope server. The address was right if you copied
      it whole.
    </EmptyState>
  );
}
