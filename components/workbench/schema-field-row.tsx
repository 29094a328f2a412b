"use client";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import {
  addProperty,
  removeProperty,
  renameProperty,
  type SchemaRow,
  type SchemaType,
  schemaTypes,
  setChoices,
  setDescription,
  setItemType,
  setRequired,
  setType,
} from "@/lib/tool-design/schema-form";

type RowProps = { row: SchemaRow; text: string; onTextChange: (text: string) => void };

const typeOptions = schemaTypes.map((type) => ({ value: type, label: type }));
const asType = (value: string): SchemaType => schemaTypes.find((type) => type === value) ?? "string";

/** One property: its name, type, whether it must be there, and what the model reads about it. */
export function SchemaFieldRow({ row, text, onTextChange }: RowProps) {
  return (
    <li className="flex flex-col gap-2 rounded-md border bg-panel p-2">
      <div className="flex flex-wrap items-center gap-2">
        <NameField row={row} text={text} onTextChange={onTextChange} />
        {row.type === null ? (
          <span className="w-28 text-xs text-subtle">as in the JSON</span>
        ) : (
          <Select
            label={`Type of ${row.name}`}
            labelHidden
            className="w-28"
            value={row.type}
            onValueChange={(type) => onTextChange(setType(text, row, asType(type)))}
            options={typeOptions}
          />
        )}
        {row.type === "array" && (
          <Select
            label={`Items of ${row.name}`}
            labelHidden
            className="w-32"
            value={row.itemType ?? ""}
            placeholder="as in the JSON"
            onValueChange={(type) => onTextChange(setItemType(text, row, asType(type)))}
            options={schemaTypes.map((type) => ({ value: type, label: `of ${type}` }))}
          />
        )}
        <Checkbox
          label="required"
          checked={row.required}
          onCheckedChange={(checked) => onTextChange(setRequired(text, row, checked === true))}
        />
        <IconButton
          label={`Remove ${row.name}`}
          size="sm"
          className="ml-auto"
          onClick={() => onTextChange(removeProperty(text, row))}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <TextField
        label={`Description of ${row.name}`}
        labelHidden
        placeholder="What the model reads about it"
        value={row.description}
        onValueChange={(description) => onTextChange(setDescription(text, row, description))}
      />
      {row.type === "string" && <ChoicesField row={row} text={text} onTextChange={onTextChange} />}
      {row.objectPath !== null && (
        <Inner row={row} path={row.objectPath} text={text} onTextChange={onTextChange} />
      )}
    </li>
  );
}

/** Taken over when left: each key on the way would be a name of its own, and may be another field's. */
function NameField({ row, text, onTextChange }: RowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const leave = () => {
    if (typed === null || typed === row.name) return;
    const next = typed === "" ? text : renameProperty(text, row, typed);
    setRefused(next === text);
    setTyped(null);
    onTextChange(next);
  };
  return (
    <TextField
      label={`Name of ${row.name}`}
      labelHidden
      mono
      className="w-40"
      value={typed ?? row.name}
      onValueChange={(name) => {
        setTyped(name);
        setRefused(false);
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
      error={refused ? "That name is empty or taken." : undefined}
    />
  );
}

function ChoicesField({ row, text, onTextChange }: RowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    setTyped(null);
    onTextChange(setChoices(text, row, typed.split(",")));
  };
  return (
    <TextField
      label={`Choices of ${row.name}`}
      labelHidden
      placeholder="Any text; or the values there are, separated by commas"
      mono
      value={typed ?? row.choices?.join(", ") ?? ""}
      onValueChange={setTyped}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
    />
  );
}

function Inner({ row, path, text, onTextChange }: RowProps & { path: readonly string[] }) {
  return (
    <div className="flex flex-col gap-2 border-l-2 pl-2">
      <ul aria-label={`Fields of ${row.name}`} className="flex flex-col gap-2">
        {row.rows.map((inner) => (
          <SchemaFieldRow key={inner.path.join("/")} row={inner} text={text} onTextChange={onTextChange} />
        ))}
      </ul>
      <Button
        size="sm"
        variant="ghost"
        className="-ml-1 self-start"
        onClick={() => onTextChange(addProperty(text, path).text)}
      >
        <Plus aria-hidden />
        Add a field to {row.name}
      </Button>
    </div>
  );
}
