// Which header rows does the form of a handler hold?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { HandlerValues } from "@/lib/tool-design/tool-item";
import { flagOf, listOf, textOf } from "./json-fields";
import type { HeaderRow } from "./setup-draft";

export function handlerHeaders({ headers }: HandlerValues): readonly HeaderRow[] {
  return listOf(headers, (row): HeaderRow | null =>
    isJsonObject(row)
      ? {
          id: textOf(row.id, ""),
          name: textOf(row.name, ""),
          value: textOf(row.value, ""),
          secret: flagOf(row.secret, false),
        }
      : null,
  );
}
