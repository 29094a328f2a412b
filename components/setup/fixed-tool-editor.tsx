"use client";
import { Trash2 } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { notify } from "@/components/ui/toast-queue";
import type { FixedTool } from "@/lib/client/setup-draft";
import { editSetup, replaceSetup, setupStore } from "@/lib/client/setup-store";
import { useField } from "./use-field";

/** One tool with a fixed reply. */
export function FixedToolEditor({ tool }: { tool: FixedTool }) {
  const change = (part: Partial<FixedTool>) => changeTool(tool.id, part);
  const field = `fixedTools.${tool.id}`;
  return (
    <CollapsibleSection
      className="rounded-md border"
      title={<span className="font-mono text-xs">{tool.name || "unnamed"}</span>}
      actions={
        <>
          <IconButton label={`Remove ${tool.name}`} size="sm" onClick={() => removeTool(tool)}>
            <Trash2 aria-hidden />
          </IconButton>
          <Switch
            label={tool.name}
            labelHidden
            checked={tool.enabled}
            onCheckedChange={(enabled) => change({ enabled })}
          />
        </>
      }
    >
      <div className="flex flex-col gap-3 px-2 pt-1 pb-3">
        <TextField
          label="Name"
          mono
          value={tool.name}
          onValueChange={(name) => change({ name })}
          {...useField(`${field}.name`)}
        />
        <TextArea
          label="Description"
          hint="What the model reads to decide on a call."
          minRows={2}
          value={tool.description}
          onValueChange={(description) => change({ description })}
          {...useField(`${field}.description`)}
        />
        <TextArea
          label="Input schema (JSON)"
          mono
          minRows={3}
          value={tool.schemaText}
          onValueChange={(schemaText) => change({ schemaText })}
          {...useField(`${field}.inputSchema`)}
        />
        <TextArea
          label="Reply"
          hint="{{input.x}} stands for a field of the input."
          minRows={2}
          value={tool.replyText}
          onValueChange={(replyText) => change({ replyText })}
          {...useField(`${field}.handler.content`)}
        />
        <div className="flex items-end gap-4">
          <NumberField
            label="Delay"
            unit="ms"
            min={0}
            className="w-28"
            value={tool.delayMs}
            onValueChange={(delayMs) => change({ delayMs })}
            {...useField(`${field}.handler.delayMs`)}
          />
          <Checkbox
            label="Answer as an error"
            className="h-7"
            checked={tool.isError}
            onCheckedChange={(checked) => change({ isError: checked === true })}
          />
        </div>
      </div>
    </CollapsibleSection>
  );
}

function changeTool(id: string, part: Partial<FixedTool>): void {
  const { fixedTools } = setupStore.getState().draft;
  editSetup({ fixedTools: fixedTools.map((tool) => (tool.id === id ? { ...tool, ...part } : tool)) });
}

function removeTool({ id, name }: FixedTool): void {
  const { draft } = setupStore.getState();
  const undo = replaceSetup({ ...draft, fixedTools: draft.fixedTools.filter((tool) => tool.id !== id) });
  notify({ title: `Tool ${name} removed`, action: { label: "Undo", run: undo } });
}
