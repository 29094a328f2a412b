"use client";
import { CodeEditor } from "@/components/ui/code-editor";
import { editServerTool } from "@/lib/client/tool-edits";
import { readJson } from "@/lib/tool-design/json-text";
import type { ServerItem } from "@/lib/tool-design/tool-item";
import { EditorSection } from "./editor-section";

/** A tool the provider executes: its definition, passed on untouched. */
export function ServerEditor({ tool }: { tool: ServerItem }) {
  const read = readJson(tool.definitionText);
  const problem = "problem" in read ? read.problem : null;
  return (
    <EditorSection title="Server tool">
      <CodeEditor
        label="Definition (JSON)"
        name="definition"
        language="json"
        minRows={8}
        value={tool.definitionText}
        onValueChange={(definitionText) => editServerTool(tool.id, { definitionText })}
        marks={problem === null ? noMarks : [{ ...problem, severity: "error" }]}
        hint="It goes out as it stands. The type names the tool and its version, such as web_search_20250305, web_fetch_20250910, code_execution_20250825 or tool_search_tool_bm25_20251119."
        error={problem === null ? undefined : `${problem.message} (line ${problem.line})`}
      />
    </EditorSection>
  );
}

const noMarks = [] as const;
