"use client";
import { SchemaForm } from "@/components/content/schema-form";
import type { JsonObject } from "@/lib/protocol/json-object";
import { readJson } from "@/lib/tool-design/json-text";

/** The input of a call as a form made from the tool's schema. The JSON text holds it; the form reads and writes that. */
export function InputForm({
  schema,
  text,
  onTextChange,
}: {
  schema: JsonObject;
  text: string;
  onTextChange: (text: string) => void;
}) {
  const read = readJson(text);
  if ("problem" in read) {
    return (
      <p role="alert" className="text-xs text-muted">
        {read.problem.message} (line {read.problem.line}). The form is back when the JSON is whole.
      </p>
    );
  }
  return (
    <SchemaForm
      schema={schema}
      value={read.value}
      onValueChange={(value) => onTextChange(JSON.stringify(value ?? {}, null, 2))}
    />
  );
}
