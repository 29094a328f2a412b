"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeEditor } from "@/components/ui/code-editor";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { problemOf } from "@/lib/client/tool-check";
import { editHandler } from "@/lib/client/tool-edits";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import type { HandlerField as Field } from "@/lib/tool-design/handler-form";
import { readJson } from "@/lib/tool-design/json-text";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { ContentField } from "./content-field";
import { HandlerHeaders } from "./handler-headers";

type FieldProps = { tool: OwnItem; field: Field; problems: readonly ToolProblem[] };

/** One field of a handler's form, as its description says. */
export function HandlerField({ tool, field, problems }: FieldProps) {
  const values = tool.handlers[tool.handlerKind] ?? {};
  const value = values[field.name];
  const change = (next: unknown) => editHandler(tool, { [field.name]: next });
  const problem = problemOf(problems, `handler.${field.name}`);
  const named = {
    label: field.title,
    name: `handler.${field.name}`,
    ...(field.hint !== null && { hint: field.hint }),
    error: problem?.message,
  };
  const text = typeof value === "string" ? value : "";
  switch (field.control) {
    case "number":
      return (
        <NumberField
          {...named}
          className="w-44"
          value={typeof value === "number" ? value : null}
          onValueChange={change}
          step={field.whole ? 1 : 0.05}
          {...(field.title === "Delay" || field.title === "Jitter" ? { unit: "ms" } : {})}
          {...(field.minimum !== null && { min: field.minimum })}
          {...(field.maximum !== null && { max: field.maximum })}
        />
      );
    case "flag":
      return (
        <Checkbox
          label={field.title}
          className="h-7 w-full"
          checked={value === true}
          onCheckedChange={(checked) => change(checked === true)}
        />
      );
    case "choice":
      return (
        <Select
          {...named}
          className="w-32"
          value={text || String(field.fallback ?? "")}
          onValueChange={change}
          options={field.choices.map((choice) => ({ value: choice, label: choice }))}
        />
      );
    case "code":
      return (
        <SourceField {...named} className="w-full" value={text} onValueChange={change} problem={problem} />
      );
    case "content":
      return <ContentField tool={tool} values={values} {...named} />;
    case "headers":
      return <HandlerHeaders tool={tool} values={values} title={field.title} problems={problems} />;
    case "long-text":
      return (
        <TextArea
          {...named}
          className="w-full"
          mono
          minRows={4}
          value={text}
          onValueChange={(next) => change(next === "" && !field.required ? null : next)}
        />
      );
    case "text":
      return (
        <TextField
          {...named}
          className="min-w-60 flex-1"
          mono
          value={text}
          onValueChange={(next) => change(next === "" && !field.required ? null : next)}
        />
      );
    default:
      return (
        <JsonTextField
          {...named}
          className="w-full"
          value={isJsonObject(value) && typeof value.jsonText === "string" ? value.jsonText : ""}
          onValueChange={(jsonText) => change({ jsonText })}
        />
      );
  }
}

function JsonTextField(props: {
  label: string;
  name: string;
  hint?: string;
  error: string | undefined;
  className: string;
  value: string;
  onValueChange: (value: string) => void;
}) {
  const read = props.value.trim() === "" ? null : readJson(props.value);
  const marks =
    read !== null && "problem" in read ? [{ ...read.problem, severity: "error" as const }] : noMarks;
  return <CodeEditor {...props} language="json" minRows={3} marks={marks} />;
}

function SourceField({
  problem,
  ...props
}: {
  label: string;
  name: string;
  error: string | undefined;
  className: string;
  value: string;
  onValueChange: (value: string) => void;
  problem: ToolProblem | undefined;
}) {
  const marks =
    problem?.line === undefined
      ? noMarks
      : [{ line: problem.line, severity: "error" as const, message: problem.message }];
  return <CodeEditor {...props} language="javascript" minRows={10} maxRows={40} marks={marks} />;
}

const noMarks = [] as const;
