// What is inside the schema of a tool, and where?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { readJson } from "../json-text";
import type { OwnItem } from "../tool-item";

export type Path = readonly (string | number)[];
export type SchemaPlace = { readonly schema: JsonObject; readonly path: Path };

const holdsSchema = [
  "items",
  "additionalProperties",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
];
const holdsList = ["anyOf", "oneOf", "allOf", "prefixItems", "items"];
const holdsNamed = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];
/** Levels: deeper, nothing more is said, and nothing is refused for it. */
const deepest = 60;

/** The schema and every schema within it; what is no schema (a default, an enum, an example) is not entered. */
export function* schemaPlaces(schema: JsonObject, path: Path = []): Generator<SchemaPlace> {
  yield { schema, path };
  if (path.length > deepest) return;
  for (const word of holdsSchema) yield* inside(own(schema, word), [...path, word]);
  for (const word of holdsList) {
    const list = own(schema, word);
    if (Array.isArray(list))
      for (const [at, each] of list.entries()) yield* inside(each, [...path, word, at]);
  }
  for (const word of holdsNamed) {
    const named = own(schema, word);
    if (!isJsonObject(named)) continue;
    for (const [name, each] of Object.entries(named)) yield* inside(each, [...path, word, name]);
  }
}

function* inside(value: unknown, path: Path): Generator<SchemaPlace> {
  if (isJsonObject(value)) yield* schemaPlaces(value, path);
}

export function own(schema: JsonObject, word: string): unknown {
  return Object.hasOwn(schema, word) ? schema[word] : undefined;
}

/** @returns the schema of a tool, or null while its text is no JSON object */
export function schemaOf(tool: OwnItem): JsonObject | null {
  const read = readJson(tool.schemaText);
  return "value" in read && isJsonObject(read.value) ? read.value : null;
}

/** @returns the places of a tool's schema; none while its text is no JSON object */
export function placesOf(tool: OwnItem): SchemaPlace[] {
  const schema = schemaOf(tool);
  return schema === null ? [] : [...schemaPlaces(schema)];
}

/** @returns the names of the properties of a schema */
export function propertyNames(schema: JsonObject): string[] {
  const properties = own(schema, "properties");
  return isJsonObject(properties) ? Object.keys(properties) : [];
}

/** @returns a path as a person would write it: `address.street`; the root is "the schema" */
export function pathText(path: Path): string {
  const names = path.filter((part, at) => !(at % 2 === 0 && part === "properties") && part !== "items");
  return names.length === 0 ? "the schema" : names.join(".");
}

export function isObjectSchema(schema: JsonObject): boolean {
  const type = own(schema, "type");
  return (
    type === "object" ||
    (Array.isArray(type) && type.includes("object")) ||
    Object.hasOwn(schema, "properties")
  );
}
