"use client";
import { Plus } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast-queue";
import type { HeaderList } from "@/lib/client/header-notes";
import { randomId } from "@/lib/client/random-id";
import type { HeaderRow } from "@/lib/client/setup-draft";
import { editSetup, replaceSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import { HeaderEditor } from "./header-editor";
import { focusSetupField } from "./setup-focus";

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
          list={field}
          onChange={(part) => change(rows.map((each) => (each.id === row.id ? { ...each, ...part } : each)))}
          onRemove={() => removeRow(field, row)}
        />
      ))}
      <Button size="sm" className="self-start" aria-label={`Add to ${title.toLowerCase()}`} onClick={add}>
        <Plus aria-hidden />
        Add a header
      </Button>
    </fieldset>
  );
}

function removeRow(field: HeaderList, row: HeaderRow): void {
  const { draft } = setupStore.getState();
  const undo = replaceSetup({ ...draft, [field]: draft[field].filter((each) => each.id !== row.id) });
  notify({ title: `Header ${row.name || "without a name"} removed`, action: { label: "Undo", run: undo } });
}
