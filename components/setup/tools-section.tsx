"use client";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { TextArea } from "@/components/ui/text-area";
import { useResource } from "@/lib/client/api-resource";
import { toolCatalogue } from "@/lib/client/catalogues";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { countOf } from "@/lib/run/quantity-text";
import { BuiltinTool } from "./builtin-tool";
import { ExecutionField } from "./execution-field";
import { FixedToolList } from "./fixed-tool-list";
import { SetupSection } from "./setup-section";
import { ToolChoiceField } from "./tool-choice-field";
import { useField } from "./use-field";

/** What the model may call, and how the calls of one reply are run. */
export function ToolsSection() {
  const count = useSetup(
    ({ draft }) => draft.builtinTools.length + draft.fixedTools.filter((tool) => tool.enabled).length,
  );
  return (
    <SetupSection name="tools" title="Tools" summary={countOf(count, "tool")} openAtFirst>
      <BuiltinTools />
      <FixedToolList />
      <ToolChoiceField />
      <ExecutionField />
      <FurtherTools />
    </SetupSection>
  );
}

function BuiltinTools() {
  const tools = useResource(toolCatalogue);
  if (tools.status === "loading") {
    return <Skeleton className="h-49" />;
  }
  if (tools.status === "error") {
    return (
      <div className="flex items-center justify-between gap-2 text-xs text-muted">
        <span>The built-in tools could not be loaded. {tools.message}</span>
        <Button size="sm" onClick={toolCatalogue.reload}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <ul aria-label="Built-in tools" className="-mx-1 flex flex-col">
      {tools.value.map((tool) => (
        <BuiltinTool key={tool.name} tool={tool} />
      ))}
    </ul>
  );
}

/** Definitions the form has no editor for; in sight only where there are some. */
function FurtherTools() {
  const text = useSetup(({ draft }) => draft.furtherToolsText);
  const field = useField("furtherTools");
  if (text === "" && field.error === undefined) {
    return (
      <Button
        size="sm"
        variant="ghost"
        className="-ml-2 self-start"
        onClick={() => editSetup({ furtherToolsText: "[]" })}
      >
        Add tools as JSON
      </Button>
    );
  }
  return (
    <TextArea
      label="Further tools (JSON)"
      hint="A list of tool definitions; server tools such as web search go here."
      mono
      minRows={3}
      value={text}
      onValueChange={(next) => editSetup({ furtherToolsText: next })}
      {...field}
    />
  );
}
