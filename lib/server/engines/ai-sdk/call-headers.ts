// Which headers does the AI SDK take?
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import { FieldError } from "../../door/field-error";

/** @throws FieldError where a name comes twice: an object of names and values has no place for it */
export function callHeaders(field: string, entries: readonly HeaderEntry[]): Record<string, string> {
  const names = entries.map((entry) => entry.name.toLowerCase());
  const repeated = names.findIndex((name, index) => names.indexOf(name) < index);
  if (repeated >= 0) {
    throw new FieldError(
      `${field}.${repeated}.name`,
      "the AI SDK takes one value for a header: put both into one line, or choose another engine",
    );
  }
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}
