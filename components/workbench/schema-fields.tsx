"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { isJsonObject } from "@/lib/protocol/json-object";
import { readJson } from "@/lib/tool-design/json-text";
import { addProperty, schemaRows } from "@/lib/tool-design/schema-form";
import { SchemaFieldRow } from "./schema-field-row";

/** The properties of a schema, one a row. Each change is made in the JSON text, which is otherwise left as it is. */
export function SchemaFields({
  text,
  onTextChange,
  problem,
  onShowJson,
}: {
  text: string;
  onTextChange: (text: string) => void;
  problem: string | undefined;
  onShowJson: () => void;
}) {
  const read = readJson(text);
  if ("problem" in read) {
    return (
      <Unreadable onShowJson={onShowJson}>
        {read.problem.message} (line {read.problem.line}). The form is back when the JSON is whole.
      </Unreadable>
    );
  }
  if (!isJsonObject(read.value)) {
    return <Unreadable onShowJson={onShowJson}>A schema is a JSON object.</Unreadable>;
  }
  const rows = schemaRows(read.value);
  return (
    <div className="flex flex-col gap-2">
      {rows.length === 0 && (
        <p className="text-xs text-subtle">No field yet: the tool is called without any input.</p>
      )}
      <ul aria-label="Fields of the input" className="flex flex-col gap-2">
        {rows.map((row) => (
          <SchemaFieldRow key={row.path.join("/")} row={row} text={text} onTextChange={onTextChange} />
        ))}
      </ul>
      <Button size="sm" className="self-start" onClick={() => onTextChange(addProperty(text, []).text)}>
        <Plus aria-hidden />
        Add a field
      </Button>
      {problem !== undefined && (
        <p role="alert" className="text-xs text-kind-error-text">
          {problem}
        </p>
      )}
    </div>
  );
}

function Unreadable({ onShowJson, children }: { onShowJson: () => void; children: React.ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3 rounded-md border border-kind-error bg-panel p-3 text-xs text-muted">
      <p role="alert">{children}</p>
      <Button size="sm" onClick={onShowJson}>
        Show the JSON
      </Button>
    </div>
  );
}
