"use client";
import { CodeEditor } from "@/components/ui/code-editor";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { editTool } from "@/lib/client/tool-edits";
import { useUrlParam } from "@/lib/client/use-url-param";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import type { Lint } from "@/lib/tool-design/lint/lint";
import { schemaMarks } from "@/lib/tool-design/schema-marks";
import { schemaSuggestions } from "@/lib/tool-design/schema-words";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { EditorSection } from "./editor-section";
import { FieldLints } from "./field-lints";
import { SchemaFields } from "./schema-fields";

const views = [
  { value: "form", label: "Form" },
  { value: "json", label: "JSON" },
] as const;

/** The input schema as a form and as JSON: one text, two views, and neither rewrites what is typed in the other. */
export function SchemaEditor({
  tool,
  problem,
  lints,
}: {
  tool: OwnItem;
  problem: ToolProblem | undefined;
  lints: readonly Lint[];
}) {
  const [view, setView] = useUrlParam("schema", "form");
  const change = (schemaText: string) => editTool(tool.id, { schemaText });
  return (
    <EditorSection
      title="Input schema"
      actions={
        <SegmentedControl
          label="View of the schema"
          value={view === "json" ? "json" : "form"}
          onValueChange={setView}
          options={views}
        />
      }
    >
      {view === "json" ? (
        <CodeEditor
          label="Input schema (JSON)"
          labelHidden
          name="inputSchema"
          language="json"
          minRows={8}
          maxRows={28}
          value={tool.schemaText}
          onValueChange={change}
          marks={schemaMarks(tool.schemaText, problem, lints)}
          suggest={schemaSuggestions}
          error={problem?.message}
        />
      ) : (
        <SchemaFields
          text={tool.schemaText}
          onTextChange={change}
          problem={problem?.message}
          onShowJson={() => setView("json")}
        />
      )}
      <FieldLints
        lints={lints.filter(({ code }) => code !== "schema-json")}
        fields={["inputSchema"]}
        toolId={tool.id}
      />
    </EditorSection>
  );
}
