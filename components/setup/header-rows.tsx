"use client";
import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { randomId } from "@/lib/client/random-id";
import type { HeaderRow } from "@/lib/client/setup-draft";
import { editSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import { focusSetupField } from "./setup-focus";
import { useField } from "./use-field";

type HeaderList = "defaultHeaders" | "perRequestHeaders";

/** A list of headers to send. */
export function HeaderRows({ field, title, hint }: { field: HeaderList; title: string; hint: string }) {
  const rows = useSetup(({ draft }) => draft[field]);
  const id = useId();
  const change = (next: readonly HeaderRow[]) => editSetup({ [field]: next });
  const add = () => {
    const row = { id: randomId(), name: "", value: "", secret: false };
    change([...setupStore.getState().draft[field], row]);
    focusSetupField(`headers.${row.id}.name`);
  };
  return (
    <fieldset aria-describedby={id} className="flex min-w-0 flex-col gap-2">
      <legend className="float-left w-full text-xs font-medium text-muted">{title}</legend>
      <p id={id} className="-mt-1 text-xs text-subtle">
        {hint}
      </p>
      {rows.map((row) => (
        <HeaderEditor
          key={row.id}
          row={row}
          onChange={(part) => change(rows.map((each) => (each.id === row.id ? { ...each, ...part } : each)))}
          onRemove={() => change(rows.filter((each) => each.id !== row.id))}
        />
      ))}
      <Button size="sm" className="self-start" aria-label={`Add to ${title.toLowerCase()}`} onClick={add}>
        <Plus aria-hidden />
        Add a header
      </Button>
    </fieldset>
  );
}

function HeaderEditor({
  row,
  onChange,
  onRemove,
}: {
  row: HeaderRow;
  onChange: (part: Partial<HeaderRow>) => void;
  onRemove: () => void;
}) {
  return (
    <div className="flex flex-col gap-1 rounded-md border bg-sunken p-1.5">
      <div className="grid grid-cols-2 gap-1">
        <TextField
          label="Header name"
          labelHidden
          placeholder="name"
          mono
          value={row.name}
          onValueChange={(name) => onChange({ name })}
          {...useField(`headers.${row.id}.name`)}
        />
        <TextField
          label={`Value of ${row.name || "the header"}`}
          labelHidden
          placeholder="value"
          mono
          type={row.secret ? "password" : "text"}
          value={row.value}
          onValueChange={(value) => onChange({ value })}
          {...useField(`headers.${row.id}.value`)}
        />
      </div>
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
