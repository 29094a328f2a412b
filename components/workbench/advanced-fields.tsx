"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeEditor } from "@/components/ui/code-editor";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import { Select } from "@/components/ui/select";
import { problemOf } from "@/lib/client/tool-check";
import { editTool } from "@/lib/client/tool-edits";
import { openSection, useView } from "@/lib/client/view-store";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import {
  cacheChoices,
  cacheControlOf,
  cacheNameOf,
  callerNames,
  flagFields,
} from "@/lib/tool-design/advanced-fields";
import { exampleMarks } from "@/lib/tool-design/example-marks";
import type { Lint } from "@/lib/tool-design/lint/lint";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { FieldLints } from "./field-lints";

/** The fields of a definition that most tools do not need. */
export function AdvancedFields({
  tool,
  problems,
  lints,
}: {
  tool: OwnItem;
  problems: readonly ToolProblem[];
  lints: readonly Lint[];
}) {
  const open = useView((view) => view.sections.toolAdvanced ?? false);
  const set = setFields(tool);
  return (
    <CollapsibleSection
      title="Advanced"
      summary={set.length === 0 ? "nothing set" : set.join(", ")}
      open={open}
      onOpenChange={(next) => openSection("toolAdvanced", next)}
      className="rounded-md border bg-panel"
    >
      <div className="flex flex-col gap-4 border-t p-3">
        <Examples tool={tool} problems={problems} />
        <ul className="flex flex-col gap-2">
          {flagFields.map(({ field, name, hint }) => (
            <li key={field} data-field={field} className="flex flex-col gap-1">
              <Checkbox
                label={name}
                className="[&_label]:font-mono [&_label]:text-ink"
                checked={tool[field] === true}
                onCheckedChange={(checked) => editTool(tool.id, { [field]: checked === true ? true : null })}
              />
              <p className="pl-5.5 text-xs text-subtle">{hint}</p>
              <FieldLints lints={lints} fields={[field]} toolId={tool.id} />
            </li>
          ))}
        </ul>
        <Select
          label="cache_control"
          name="cacheControl"
          className="max-w-72"
          value={cacheNameOf(tool.cacheControl)}
          onValueChange={(name) =>
            editTool(tool.id, { cacheControl: cacheControlOf(name, tool.cacheControl) })
          }
          options={cacheChoices.map(({ name, label }) => ({ value: name, label }))}
          hint="A cache breakpoint at the end of this definition: it covers all tools before it too."
        />
        <FieldLints lints={lints} fields={["cacheControl"]} toolId={tool.id} />
        <Callers tool={tool} />
      </div>
    </CollapsibleSection>
  );
}

function Examples({ tool, problems }: { tool: OwnItem; problems: readonly ToolProblem[] }) {
  const problem = problemOf(problems, "inputExamples");
  return (
    <CodeEditor
      label="input_examples"
      name="inputExamples"
      language="json"
      minRows={3}
      maxRows={14}
      value={tool.examplesText}
      onValueChange={(examplesText) => editTool(tool.id, { examplesText })}
      marks={exampleMarks(tool.examplesText, problems)}
      hint="A JSON list of inputs that show the model what a good call looks like. Each must fit the schema."
      error={problem?.message}
    />
  );
}

function Callers({ tool }: { tool: OwnItem }) {
  const chosen = tool.allowedCallers ?? [];
  const switchCaller = (name: string, on: boolean) => {
    const next = on ? [...chosen, name] : chosen.filter((each) => each !== name);
    editTool(tool.id, { allowedCallers: next.length === 0 ? null : next });
  };
  return (
    <fieldset data-field="allowedCallers" className="flex flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">allowed_callers</legend>
      {callerNames.map(({ name, hint }) => (
        <div key={name} className="flex flex-col">
          <Checkbox
            label={name}
            className="[&_label]:font-mono [&_label]:text-ink"
            checked={chosen.includes(name)}
            onCheckedChange={(checked) => switchCaller(name, checked === true)}
          />
          <p className="pl-5.5 text-xs text-subtle">{hint}</p>
        </div>
      ))}
    </fieldset>
  );
}

function setFields(tool: OwnItem): string[] {
  return [
    ...(tool.examplesText.trim() === "" ? [] : ["input_examples"]),
    ...flagFields.filter(({ field }) => tool[field] !== null).map(({ name }) => name),
    ...(tool.cacheControl === null ? [] : ["cache_control"]),
    ...(tool.allowedCallers === null ? [] : ["allowed_callers"]),
  ];
}
