// What is left of stored tool sets, whatever happened to them since?
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { HandlerValues, OwnItem, ToolItem } from "@/lib/tool-design/tool-item";
import { flagOf, listOf, textOf } from "./json-fields";
import { randomId } from "./random-id";
import { defaultToolSets, type ToolSet, type ToolSets } from "./tool-set";

/** @returns the stored sets; what is missing or damaged is left out, and the built-in tools are there where nothing is left */
export function readStoredSets(stored: unknown): ToolSets {
  const fields = isJsonObject(stored) ? stored : {};
  const sets = listOf(fields.sets, readSet);
  if (sets.length === 0) return defaultToolSets;
  const current = sets.find(({ id }) => id === fields.currentId) ?? sets[0];
  return { sets, currentId: current?.id ?? "" };
}

/** @returns the sets without what may not be stored: the values of secret headers */
export function storableSets({ sets, currentId }: ToolSets): ToolSets {
  return { sets: sets.map((set) => ({ ...set, tools: set.tools.map(storableItem) })), currentId };
}

/** @returns the tool without the values of secret headers, fit for a file */
export function storableItem(item: ToolItem): ToolItem {
  if (item.kind !== "own") return item;
  const handlers = Object.entries(item.handlers).map(([kind, values]) => [kind, withoutSecrets(values)]);
  return { ...item, handlers: Object.fromEntries(handlers) };
}

function withoutSecrets(values: HandlerValues): HandlerValues {
  if (!Array.isArray(values.headers)) return values;
  const rows: readonly unknown[] = values.headers;
  const hide = (row: unknown) => (isJsonObject(row) && row.secret === true ? { ...row, value: "" } : row);
  return { ...values, headers: rows.map(hide) };
}

function readSet(item: unknown): ToolSet | null {
  if (!isJsonObject(item) || !Array.isArray(item.tools)) return null;
  return {
    id: textOf(item.id, "") || randomId(),
    name: textOf(item.name, "") || "Unnamed set",
    tools: listOf(item.tools, readStoredItem),
    taken: flagOf(item.taken, false),
  };
}

/** @returns null for what no tool can be made of, such as a built-in tool this version does not have */
export function readStoredItem(item: unknown): ToolItem | null {
  if (!isJsonObject(item)) return null;
  const base = { id: textOf(item.id, "") || randomId(), enabled: flagOf(item.enabled, true) };
  if (item.kind === "builtin") {
    const name = builtinToolNames.find((each) => each === item.name);
    return name === undefined ? null : { ...base, kind: "builtin", name };
  }
  if (item.kind === "server") {
    return { ...base, kind: "server", definitionText: textOf(item.definitionText, "{}") };
  }
  return item.kind === "own" ? { ...base, ...ownFields(item) } : null;
}

function ownFields(item: JsonObject): Omit<OwnItem, "id" | "enabled"> {
  const flag = (value: unknown) => (typeof value === "boolean" ? value : null);
  const handlers = isJsonObject(item.handlers) ? Object.entries(item.handlers) : [];
  return {
    kind: "own",
    name: textOf(item.name, ""),
    description: textOf(item.description, ""),
    schemaText: textOf(item.schemaText, "{}"),
    examplesText: textOf(item.examplesText, ""),
    strict: flag(item.strict),
    deferLoading: flag(item.deferLoading),
    cacheControl: isJsonObject(item.cacheControl) ? item.cacheControl : null,
    allowedCallers: Array.isArray(item.allowedCallers) ? item.allowedCallers.map(String) : null,
    eagerInputStreaming: flag(item.eagerInputStreaming),
    needsApproval: flag(item.needsApproval),
    handlerKind: textOf(item.handlerKind, "fixed"),
    handlers: Object.fromEntries(
      handlers.filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
    ),
  };
}
