"use client";
import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import {
  plainSchema,
  type SchemaControl,
  type SchemaField,
  schemaControl,
} from "@/lib/client/schema-control";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { JsonField } from "./json-field";

type FormProps = {
  schema: JsonObject;
  /** Undefined where nothing was filled in. */
  value: unknown;
  onValueChange: (value: unknown) => void;
};
type PartProps = FormProps & { root: JsonObject; depth: number; label: string; required: boolean };

/** A form for a value that a JSON Schema describes; what has no control of its own is written as JSON. */
export function SchemaForm({ schema, label = "Value", ...props }: FormProps & { label?: string }) {
  return <SchemaPart {...props} schema={schema} root={schema} depth={0} label={label} required />;
}

function SchemaPart(props: PartProps) {
  const { schema, root, depth, value, onValueChange, label, required } = props;
  const { description } = plainSchema(schema, root);
  const field = {
    label: required ? label : `${label} (optional)`,
    ...(typeof description === "string" && { hint: description }),
  };
  const control = schemaControl(schema, root, depth);
  switch (control.kind) {
    case "text": {
      const typed = { value: typeof value === "string" ? value : "", onValueChange: textChange(props) };
      return control.long ? <TextArea {...field} {...typed} /> : <TextField {...field} {...typed} />;
    }
    case "number":
      return (
        <NumberField
          {...field}
          value={typeof value === "number" ? value : null}
          onValueChange={(next) => onValueChange(next ?? undefined)}
          step={control.whole ? 1 : 0.01}
          {...(control.minimum !== null && { min: control.minimum })}
          {...(control.maximum !== null && { max: control.maximum })}
        />
      );
    case "flag":
      return (
        <div className="flex flex-col gap-0.5">
          <Checkbox
            label={field.label}
            checked={value === true}
            onCheckedChange={(checked) => onValueChange(checked === true)}
          />
          {field.hint && <p className="text-xs text-subtle">{field.hint}</p>}
        </div>
      );
    case "choice":
      return (
        <Select
          {...field}
          placeholder="Choose"
          value={value === undefined ? "" : JSON.stringify(value)}
          onValueChange={(text) => onValueChange(JSON.parse(text))}
          options={control.values.map((each) => ({
            value: JSON.stringify(each),
            label: typeof each === "string" ? each || '""' : JSON.stringify(each),
          }))}
        />
      );
    case "list":
      return <List {...props} item={control.item} hint={field.hint} />;
    case "group":
      return <Group {...props} fields={control.fields} hint={field.hint} />;
    default:
      return <JsonField {...field} value={value} onValueChange={onValueChange} />;
  }
}

/** An emptied text that need not be there is not there. */
function textChange({ required, onValueChange }: PartProps) {
  return (text: string) => onValueChange(text === "" && !required ? undefined : text);
}

function Group({
  fields,
  hint,
  ...props
}: PartProps & { fields: readonly SchemaField[]; hint: string | undefined }) {
  const { value, onValueChange, root, depth, label } = props;
  const held = isJsonObject(value) ? value : {};
  const inner = fields.map(({ name, schema, required }) => {
    const { title } = plainSchema(schema, root);
    return (
      <SchemaPart
        key={name}
        schema={schema}
        root={root}
        depth={depth + 1}
        label={typeof title === "string" ? title : name}
        required={required}
        value={Object.hasOwn(held, name) ? held[name] : undefined}
        onValueChange={(next) => onValueChange(withField(held, name, next))}
      />
    );
  });
  if (depth === 0) return <div className="flex flex-col gap-3">{inner}</div>;
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border p-3">
      <legend className="px-1 text-xs font-medium text-muted">{label}</legend>
      {hint && <p className="text-xs text-subtle">{hint}</p>}
      {inner}
    </fieldset>
  );
}

/** Fields as they are named, `__proto__` among them. */
function withField(held: JsonObject, name: string, value: unknown): JsonObject {
  const others = Object.entries(held).filter(([each]) => each !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

function List({ item, hint, ...props }: PartProps & { item: JsonObject; hint: string | undefined }) {
  const { value, onValueChange, root, depth, label } = props;
  const id = useId();
  const held: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={hint === undefined ? undefined : id}>
      <legend className="mb-1 text-xs font-medium text-muted">{label}</legend>
      {hint && (
        <p id={id} className="text-xs text-subtle">
          {hint}
        </p>
      )}
      {held.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no identity but their place
        <div key={index} className="flex items-end gap-1.5">
          <div className="min-w-0 flex-1">
            <SchemaPart
              schema={item}
              root={root}
              depth={depth + 1}
              label={`${label} ${index + 1}`}
              required
              value={each}
              onValueChange={(next) => onValueChange(held.with(index, next ?? null))}
            />
          </div>
          <IconButton
            label={`Remove ${label} ${index + 1}`}
            onClick={() => onValueChange(held.toSpliced(index, 1))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button size="sm" className="self-start" onClick={() => onValueChange([...held, emptyOf(item, root)])}>
        <Plus aria-hidden />
        Add to {label}
      </Button>
    </fieldset>
  );
}

const emptyValues: Readonly<Partial<Record<SchemaControl["kind"], unknown>>> = {
  text: "",
  flag: false,
  group: {},
  list: [],
};

/** What a new entry of a list holds before anybody typed. */
function emptyOf(item: JsonObject, root: JsonObject): unknown {
  return emptyValues[schemaControl(item, root).kind] ?? null;
}
