"use client";
import { ArrowUpRight } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import type { ApiProblem } from "@/lib/client/api-call";
import { useSetup } from "@/lib/client/setup-store";
import { switchAllTools, switchTool } from "@/lib/client/switch-tools";
import { useCurrentSet } from "@/lib/client/tool-store";
import { itemKind, itemName } from "@/lib/tool-design/item-name";
import type { ToolItem } from "@/lib/tool-design/tool-item";

/** The tools of the current set: which of them are sent, and the way to their editor. */
export function ToolSwitches() {
  const { tools } = useCurrentSet();
  if (tools.length === 0) {
    return <p className="text-xs text-subtle">This set has no tool yet. Write one in the workbench.</p>;
  }
  return (
    <div className="flex flex-col gap-1">
      {tools.length > 1 && <AllSwitch tools={tools} />}
      <ul aria-label="Tools of the set" className="-mx-1 flex max-h-80 flex-col overflow-y-auto">
        {tools.map((tool) => (
          <ToolSwitch key={tool.id} tool={tool} />
        ))}
      </ul>
    </div>
  );
}

function AllSwitch({ tools }: { tools: readonly ToolItem[] }) {
  const enabled = tools.filter((tool) => tool.enabled).length;
  return (
    <Checkbox
      label="All"
      className="h-6"
      checked={enabled === tools.length ? true : enabled === 0 ? false : "indeterminate"}
      onCheckedChange={(checked) => switchAllTools(checked === true)}
    />
  );
}

function ToolSwitch({ tool }: { tool: ToolItem }) {
  const problem = useSetup((state) => problemText(tool.id, state.problem));
  const name = itemName(tool) || "unnamed";
  return (
    <li data-field={`tools.${tool.id}`} className="rounded-md px-1 hover:bg-hover">
      <div className="flex h-7 items-center gap-2">
        <Checkbox
          label={name}
          className="min-w-0 flex-1 [&_label]:truncate [&_label]:font-mono [&_label]:text-ink"
          checked={tool.enabled}
          onCheckedChange={(checked) => switchTool(tool.id, checked === true)}
        />
        {tool.kind !== "builtin" && <span className="shrink-0 text-2xs text-subtle">{itemKind(tool)}</span>}
        <IconButton label={`Edit ${name}`} size="sm" href={`/tools?tool=${encodeURIComponent(tool.id)}`}>
          <ArrowUpRight aria-hidden />
        </IconButton>
      </div>
      {problem !== undefined && (
        <p role="alert" className="pb-1.5 text-xs text-kind-error-text first-letter:uppercase">
          {problem}
        </p>
      )}
    </li>
  );
}

const partNames: Readonly<Record<string, string>> = {
  name: "Name",
  description: "Description",
  inputSchema: "Input schema",
  inputExamples: "Input examples",
  handler: "Handler",
  definition: "Definition",
};

/** What is wrong with this tool, and in which part of its editor. */
function problemText(id: string, problem: ApiProblem | null): string | undefined {
  const prefix = `tools.${id}.`;
  if (problem?.field?.startsWith(prefix) !== true) return undefined;
  const part = problem.field.slice(prefix.length).split(".")[0] ?? "";
  return `${partNames[part] ?? part}: ${problem.message}`;
}
