// What is to be found inside an input schema, however deep?

import { isJsonObject, type JsonObject, ownField } from "../json/canonical-json";

/** Keywords whose value is a schema, a list of schemas, or named schemas. */
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
const holdsList = ["anyOf", "oneOf", "allOf", "prefixItems"];
const holdsNamed = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

/** The schema and every schema within it; what is no schema (a default, an enum, an example) is not entered. */
export function* schemasIn(schema: JsonObject): Generator<JsonObject> {
  yield schema;
  const inner = [
    ...holdsSchema.map((keyword) => ownField(schema, keyword)),
    ...holdsList.flatMap((keyword) => listOf(ownField(schema, keyword))),
    ...holdsNamed.flatMap((keyword) => Object.values(namedOf(ownField(schema, keyword)))),
  ];
  for (const each of inner) if (isJsonObject(each)) yield* schemasIn(each);
}

/** A property key outside `^[a-zA-Z0-9_.-]{1,64}$`. */
export function foreignPropertyKey(schema: JsonObject): string | undefined {
  for (const each of schemasIn(schema)) {
    const key = Object.keys(namedOf(ownField(each, "properties"))).find(
      (name) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(name),
    );
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Whether some object in the schema does not say `additionalProperties: false`. */
export function openObject(schema: JsonObject): boolean {
  for (const each of schemasIn(schema)) {
    const isObject = hasType(each, "object") || Object.hasOwn(each, "properties");
    if (isObject && ownField(each, "additionalProperties") !== false) return true;
  }
  return false;
}

/** A pattern with look-around or a back reference, which a grammar cannot hold. */
export function unsupportedPattern(schema: JsonObject): string | undefined {
  for (const each of schemasIn(schema)) {
    const pattern = ownField(each, "pattern");
    if (typeof pattern === "string" && /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</.test(pattern)) return pattern;
  }
  return undefined;
}

/** Optional parameters, and parameters of several types, in all the schemas together. */
export function strictTotals(schemas: readonly JsonObject[]): { optional: number; unions: number } {
  let optional = 0;
  let unions = 0;
  for (const each of schemas.flatMap((schema) => [...schemasIn(schema)])) {
    const required = new Set(listOf(ownField(each, "required")));
    const keys = Object.keys(namedOf(ownField(each, "properties")));
    optional += keys.filter((key) => !required.has(key)).length;
    const isUnion = Array.isArray(ownField(each, "type")) || Object.hasOwn(each, "anyOf");
    unions += isUnion ? 1 : 0;
  }
  return { optional, unions };
}

/** Whether a reference leads back to a schema it stands in. Only references into the schema itself are followed. */
export function isRecursive(schema: JsonObject): boolean {
  const state = new Map<string, "open" | "done">();
  const leadsBack = (path: string): boolean => {
    if (state.has(path)) return state.get(path) === "open";
    state.set(path, "open");
    const target = at(schema, path);
    const refs = target === undefined ? [] : [...schemasIn(target)].flatMap(refOf);
    const found = refs.some(leadsBack);
    state.set(path, "done");
    return found;
  };
  return leadsBack("#");
}

function refOf(schema: JsonObject): readonly string[] {
  const ref = ownField(schema, "$ref");
  return typeof ref === "string" && ref.startsWith("#") ? [ref] : [];
}

function at(schema: JsonObject, pointer: string): JsonObject | undefined {
  let found: unknown = schema;
  for (const part of pointer.split("/").slice(1))
    found = isJsonObject(found) ? ownField(found, part) : undefined;
  return isJsonObject(found) ? found : undefined;
}

function hasType(schema: JsonObject, type: string): boolean {
  const given = ownField(schema, "type");
  return given === type || (Array.isArray(given) && given.includes(type));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function namedOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
