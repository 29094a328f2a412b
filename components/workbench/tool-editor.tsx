"use client";
import { Wrench } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { addTool } from "@/lib/client/tool-edits";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { BuiltinView } from "./builtin-view";
import { OwnEditor } from "./own-editor";
import { ServerEditor } from "./server-editor";
import { selectTool } from "./use-selected-tool";

/** The editor that fits the kind of tool. */
export function ToolEditor({ tool }: { tool: ToolItem | null }) {
  if (tool === null) {
    return (
      <EmptyState
        icon={<Wrench aria-hidden />}
        title="No tool in this set"
        actions={
          <Button variant="primary" onClick={() => selectTool(addTool())}>
            Write a JavaScript tool
          </Button>
        }
      >
        Add one from the list on the left, paste a definition, or open a set from the gallery.
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto flex max-w-200 flex-col gap-5 p-4">
      {tool.kind === "own" && <OwnEditor tool={tool} />}
      {tool.kind === "server" && <ServerEditor tool={tool} />}
      {tool.kind === "builtin" && <BuiltinView tool={tool} />}
    </div>
  );
}
