"use client";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { problemOf, useToolProblems } from "@/lib/client/tool-check";
import { editTool } from "@/lib/client/tool-edits";
import { useLints } from "@/lib/client/tool-lints";
import { countOf } from "@/lib/run/quantity-text";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { AdvancedFields } from "./advanced-fields";
import { FieldLints } from "./field-lints";
import { HandlerEditor } from "./handler-editor";
import { SchemaEditor } from "./schema-editor";

/** A tool of one's own: what the model reads, and what answers it. */
export function OwnEditor({ tool }: { tool: OwnItem }) {
  const problems = useToolProblems(tool);
  const lints = useLints(tool);
  // What a lint says at a field is said once, and better.
  const unsaid = problems.filter(
    ({ field }) => !lints.some((lint) => lint.severity === "error" && lint.field === field.split(".")[0]),
  );
  return (
    <>
      <div className="flex flex-col gap-3">
        <TextField
          label="Name"
          name="name"
          mono
          hint="What the model calls: letters, digits, underscores and hyphens."
          value={tool.name}
          onValueChange={(name) => editTool(tool.id, { name })}
          error={problemOf(unsaid, "name")?.message}
        />
        <FieldLints lints={lints} fields={["name"]} toolId={tool.id} />
        <TextArea
          label="Description"
          name="description"
          minRows={3}
          maxRows={20}
          hint={descriptionHint(tool.description)}
          value={tool.description}
          onValueChange={(description) => editTool(tool.id, { description })}
          error={problemOf(unsaid, "description")?.message}
        />
        <FieldLints lints={lints} fields={["description"]} toolId={tool.id} />
      </div>
      <SchemaEditor tool={tool} lints={lints} problem={problemOf(problems, "inputSchema")} />
      <HandlerEditor tool={tool} problems={problems} />
      <AdvancedFields tool={tool} problems={problems} lints={lints} />
    </>
  );
}

function descriptionHint(description: string): string {
  const length = countOf(description.length, "character");
  return `What the model decides by: what it does, when to call it, what comes back, what it does not do. ${length}.`;
}
