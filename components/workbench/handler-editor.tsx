"use client";
import { Select } from "@/components/ui/select";
import { chooseHandler } from "@/lib/client/tool-edits";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import { handlerForm, handlerForms } from "@/lib/tool-design/handler-form";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { EditorSection } from "./editor-section";
import { HandlerField } from "./handler-field";
import { handlerPanels } from "./handler-panels";

/** What answers the tool's calls: a form drawn from the one description of all handlers. */
export function HandlerEditor({ tool, problems }: { tool: OwnItem; problems: readonly ToolProblem[] }) {
  const form = handlerForm(tool.handlerKind);
  const Panel = handlerPanels[tool.handlerKind];
  return (
    <EditorSection title="Handler">
      <Select
        label="Answered by"
        labelHidden
        className="[&>button]:max-w-56"
        value={tool.handlerKind}
        onValueChange={(kind) => chooseHandler(tool, kind)}
        options={handlerForms.map(({ kind, title }) => ({ value: kind, label: title }))}
        hint={form?.description ?? `This version has no handler of the kind ${tool.handlerKind}.`}
      />
      {Panel === undefined ? (
        <div className="flex flex-wrap items-start gap-3">
          {form?.fields.map((field) => (
            <HandlerField
              key={`${tool.handlerKind} ${field.name}`}
              tool={tool}
              field={field}
              problems={problems}
            />
          ))}
        </div>
      ) : (
        <Panel tool={tool} problems={problems} />
      )}
    </EditorSection>
  );
}
