"use client";
import { Trash2 } from "lucide-react";
import { type ClipboardEvent, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { SecretField } from "@/components/ui/secret-field";
import { TextField } from "@/components/ui/text-field";
import { rowProblems } from "@/lib/client/header-notes";
import type { HeaderRow } from "@/lib/client/setup-draft";

type EditorProps = {
  readonly row: HeaderRow;
  /** What becomes of it on the way; null where there is nothing to say. */
  readonly note: string | null;
  /** What the last attempt stumbled over. */
  readonly errors: { readonly name: string | undefined; readonly value: string | undefined };
  readonly onChange: (part: Partial<HeaderRow>) => void;
  readonly onRemove: () => void;
};

/** One header: what cannot be sent as it stands is told while it is typed. */
export function HeaderRowEditor({ row, note, errors, onChange, onRemove }: EditorProps) {
  const typed = rowProblems(row);
  return (
    <div className="flex flex-col gap-1 rounded-md border bg-sunken p-1.5">
      <div className="grid grid-cols-2 gap-1">
        <TextField
          label="Header name"
          labelHidden
          placeholder="name"
          mono
          name={`headers.${row.id}.name`}
          value={row.name}
          onValueChange={(name) => onChange({ name })}
          error={errors.name ?? typed.name}
        />
        <ValueField row={row} problem={errors.value ?? typed.value} onChange={onChange} />
      </div>
      {note !== null && <p className="px-0.5 text-muted text-xs">{note}</p>}
      <div className="flex items-center justify-between pl-1">
        <Checkbox
          label="Secret: redacted everywhere, never stored"
          checked={row.secret}
          onCheckedChange={(checked) => onChange({ secret: checked === true })}
        />
        <IconButton label={`Remove ${row.name || "header"}`} size="sm" onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

function ValueField({
  row,
  problem,
  onChange,
}: Pick<EditorProps, "row" | "onChange"> & { problem: string | undefined }) {
  const [refused, setRefused] = useState(false);
  const pasted = refused
    ? "What was pasted holds a line break, so it was not taken: a header value is one line"
    : undefined;
  const field = {
    label: `Value of ${row.name || "the header"}`,
    labelHidden: true,
    placeholder: "value",
    name: `headers.${row.id}.value`,
    value: row.value,
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => setRefused(refuseLines(event)),
    onValueChange: (value: string) => {
      setRefused(false);
      onChange({ value });
    },
    error: problem ?? pasted,
  };
  if (row.secret) return <SecretField what={`the value of ${row.name || "the header"}`} {...field} />;
  return <TextField mono {...field} />;
}

/** A field of one line drops line breaks without a word; what came with one is not taken at all. */
function refuseLines(event: ClipboardEvent<HTMLInputElement>): boolean {
  const holdsLines = /[\r\n]/.test(event.clipboardData.getData("text"));
  if (holdsLines) event.preventDefault();
  return holdsLines;
}
