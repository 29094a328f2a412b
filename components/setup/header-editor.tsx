"use client";
import { HeaderRowEditor } from "@/components/content/header-row-editor";
import { type HeaderList, headerNote } from "@/lib/client/header-notes";
import type { HeaderRow } from "@/lib/client/setup-draft";
import { useSetup } from "@/lib/client/setup-store";
import { useField } from "./use-field";

/** One header of the setup, with what becomes of it among the others. */
export function HeaderEditor({
  row,
  list,
  onChange,
  onRemove,
}: {
  readonly row: HeaderRow;
  readonly list: HeaderList;
  readonly onChange: (part: Partial<HeaderRow>) => void;
  readonly onRemove: () => void;
}) {
  const note = useSetup(({ draft }) => headerNote(draft, list, row));
  const name = useField(`headers.${row.id}.name`).error;
  const value = useField(`headers.${row.id}.value`).error;
  return (
    <HeaderRowEditor row={row} note={note} errors={{ name, value }} onChange={onChange} onRemove={onRemove} />
  );
}
