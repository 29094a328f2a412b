"use client";
import { CodeEditor } from "@/components/ui/code-editor";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextArea } from "@/components/ui/text-area";
import { editHandler } from "@/lib/client/tool-edits";
import { contentOf } from "@/lib/tool-design/handler-values";
import { readJson } from "@/lib/tool-design/json-text";
import type { HandlerValues, OwnItem } from "@/lib/tool-design/tool-item";

const forms = [
  { value: "text", label: "Text" },
  { value: "blocks", label: "Content blocks" },
] as const;

const firstBlocks = JSON.stringify([{ type: "text", text: "" }], null, 2);

/** A reply: text, or the JSON of content blocks (text, image, document). */
export function ContentField({
  tool,
  values,
  label,
  name,
  hint,
  error,
}: {
  tool: OwnItem;
  values: HandlerValues;
  label: string;
  name: string;
  hint?: string;
  error: string | undefined;
}) {
  const content = contentOf(values);
  const change = (text: string) => editHandler(tool, { content: { ...content, text } });
  const choose = (form: "text" | "blocks") =>
    form !== content.form && editHandler(tool, { content: { form, text: converted(content.text, form) } });
  const read = content.form === "blocks" ? readJson(content.text) : null;
  return (
    <div className="flex w-full flex-col gap-1.5">
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden className="text-xs font-medium text-muted">
          {label}
        </span>
        <SegmentedControl
          label="Form of the reply"
          value={content.form}
          onValueChange={choose}
          options={forms}
        />
      </div>
      {content.form === "text" ? (
        <TextArea
          label={label}
          labelHidden
          name={name}
          minRows={4}
          value={content.text}
          onValueChange={change}
          error={error}
          {...(hint !== undefined && { hint })}
        />
      ) : (
        <CodeEditor
          label={label}
          labelHidden
          name={name}
          language="json"
          minRows={6}
          value={content.text}
          onValueChange={change}
          marks={read !== null && "problem" in read ? [{ ...read.problem, severity: "error" }] : noMarks}
          error={error}
          {...(hint !== undefined && { hint })}
        />
      )}
    </div>
  );
}

const noMarks = [] as const;

/** Text becomes a block with that text, and a lone block of text becomes its text: nothing typed is lost on the way. */
function converted(text: string, form: "text" | "blocks"): string {
  if (form === "blocks") return text === "" ? firstBlocks : JSON.stringify([{ type: "text", text }], null, 2);
  const read = readJson(text);
  const [block] =
    !("problem" in read) && Array.isArray(read.value) && read.value.length === 1 ? read.value : [];
  return typeof block?.text === "string" ? block.text : text;
}
