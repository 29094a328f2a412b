"use client";
import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";

/** A JSON value as text. What is typed stays as it is; the value follows, and is nothing while the text is no JSON. */
export function JsonField({
  label,
  hint,
  value,
  onValueChange,
  minRows = 2,
}: {
  label: string;
  hint?: string;
  /** Undefined for an empty field. */
  value: unknown;
  onValueChange: (value: unknown) => void;
  minRows?: number;
}) {
  const [text, setText] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)));
  const problem = problemOf(text);
  return (
    <TextArea
      label={label}
      hint={hint ?? "JSON"}
      error={problem}
      mono
      minRows={minRows}
      value={text}
      onValueChange={(next) => {
        setText(next);
        onValueChange(next.trim() === "" || problemOf(next) !== undefined ? undefined : JSON.parse(next));
      }}
    />
  );
}

function problemOf(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}
