"use client";
import { Wrench } from "lucide-react";
import { McpButton } from "@/components/content/mcp/mcp-button";
import { Button } from "@/components/ui/button";
import { toolsPath } from "@/lib/client/page-paths";
import { currentSet } from "@/lib/client/tool-set";
import { useTools } from "@/lib/client/tool-store";
import { countOf } from "@/lib/run/quantity-text";
import { ExecutionField } from "./execution-field";
import { SetupSection } from "./setup-section";
import { ToolChoiceField } from "./tool-choice-field";
import { ToolSetField } from "./tool-set-field";
import { ToolSwitches } from "./tool-switches";

/** What the model may call, and how the calls of one reply are run. Tools are written in the workbench. */
export function ToolsSection() {
  const count = useTools((state) => currentSet(state).tools.filter(({ enabled }) => enabled).length);
  return (
    <SetupSection name="tools" title="Tools" summary={countOf(count, "tool")} openAtFirst>
      <ToolSetField />
      <ToolSwitches />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" asChild>
          <a href={toolsPath}>
            <Wrench aria-hidden />
            Open the tool workbench
          </a>
        </Button>
        <McpButton size="sm" />
      </div>
      <ToolChoiceField />
      <ExecutionField />
    </SetupSection>
  );
}
