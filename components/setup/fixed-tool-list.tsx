"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { randomId } from "@/lib/client/random-id";
import type { FixedTool } from "@/lib/client/setup-draft";
import { editSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import { FixedToolEditor } from "./fixed-tool-editor";
import { focusSetupField } from "./setup-focus";

const firstSchema = JSON.stringify(
  { type: "object", properties: { query: { type: "string" } }, required: ["query"] },
  null,
  2,
);

/** Tools of one's own that answer with a fixed reply. */
export function FixedToolList() {
  const tools = useSetup(({ draft }) => draft.fixedTools);
  return (
    <div className="flex flex-col gap-2">
      {tools.map((tool) => (
        <FixedToolEditor key={tool.id} tool={tool} />
      ))}
      <Button size="sm" className="self-start" onClick={addTool}>
        <Plus aria-hidden />
        Add a tool
      </Button>
    </div>
  );
}

function addTool(): void {
  const { fixedTools } = setupStore.getState().draft;
  const tool: FixedTool = {
    id: randomId(),
    enabled: true,
    name: `my_tool_${fixedTools.length + 1}`,
    description: "",
    schemaText: firstSchema,
    replyText: "The answer to {{input.query}}",
    isError: false,
    delayMs: null,
  };
  editSetup({ fixedTools: [...fixedTools, tool] });
  focusSetupField(`fixedTools.${tool.id}.name`);
}
