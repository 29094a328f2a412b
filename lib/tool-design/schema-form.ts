// Which form does a JSON Schema have, and which text does a change of the form make of it?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { renameJsonKey, setJson } from "./json-text";

export const schemaTypes = ["string", "integer", "number", "boolean", "array", "object"] as const;
export type SchemaType = (typeof schemaTypes)[number];

export type SchemaRow = {
  readonly name: string;
  /** Where the property's own schema stands in the schema. */
  readonly path: readonly string[];
  /** Null where the form has no word for it (anyOf, $ref, several types): it is edited as JSON. */
  readonly type: SchemaType | null;
  readonly description: string;
  readonly required: boolean;
  /** The allowed texts of a string; null where any is allowed. */
  readonly choices: readonly string[] | null;
  /** The type of an array's items. */
  readonly itemType: SchemaType | null;
  /** The properties of an object, or of the objects in an array. */
  readonly rows: readonly SchemaRow[];
  /** Where further properties of it would be added; null where it has none. */
  readonly objectPath: readonly string[] | null;
};

const deepest = 8;

/** @returns the properties of an object schema in their order; empty for anything else */
export function schemaRows(schema: unknown, path: readonly string[] = []): SchemaRow[] {
  if (!isJsonObject(schema) || !isJsonObject(schema.properties) || path.length > deepest * 3) return [];
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([name, property]) =>
    rowOf(
      name,
      isJsonObject(property) ? property : {},
      [...path, "properties", name],
      required.includes(name),
    ),
  );
}

function rowOf(name: string, schema: JsonObject, path: readonly string[], required: boolean): SchemaRow {
  const type = typeOf(schema);
  const items = isJsonObject(schema.items) ? schema.items : {};
  const itemType = type === "array" ? typeOf(items) : null;
  const objectPath = type === "object" ? path : itemType === "object" ? [...path, "items"] : null;
  return {
    name,
    path,
    type,
    description: typeof schema.description === "string" ? schema.description : "",
    required,
    choices: Array.isArray(schema.enum) ? schema.enum.map(String) : null,
    itemType,
    rows: objectPath === null ? [] : schemaRows(type === "object" ? schema : items, objectPath),
    objectPath,
  };
}

function typeOf(schema: JsonObject): SchemaType | null {
  const known = schemaTypes.find((each) => each === schema.type) ?? null;
  return ["anyOf", "oneOf", "allOf", "$ref", "const"].some((word) => word in schema) ? null : known;
}

/** @returns the text with a property more at the end, and its name */
export function addProperty(text: string, objectPath: readonly string[]): { text: string; name: string } {
  const object = valueAt(JSON.parse(text), objectPath);
  const taken = isJsonObject(object) && isJsonObject(object.properties) ? Object.keys(object.properties) : [];
  let name = "field";
  for (let count = 2; taken.includes(name); count += 1) name = `field_${count}`;
  return {
    text: setJson(text, [...objectPath, "properties", name], { type: "string", description: "" }),
    name,
  };
}

/** @returns the text without the property, in `required` too */
export function removeProperty(text: string, row: SchemaRow): string {
  return setRequired(setJson(text, [...row.path], undefined), row, false);
}

/** @returns the text with another name for the property, in `required` too; unchanged where the name is taken */
export function renameProperty(text: string, row: SchemaRow, name: string): string {
  const object = valueAt(JSON.parse(text), row.path.slice(0, -2));
  if (!isJsonObject(object) || name === row.name) return text;
  if (isJsonObject(object.properties) && Object.hasOwn(object.properties, name)) return text;
  const renamed = renameJsonKey(text, [...row.path], name);
  const place = Array.isArray(object.required) ? object.required.indexOf(row.name) : -1;
  return place < 0 ? renamed : setJson(renamed, [...row.path.slice(0, -2), "required", place], name);
}

export function setRequired(text: string, row: SchemaRow, required: boolean): string {
  const objectPath = row.path.slice(0, -2);
  const object = valueAt(JSON.parse(text), objectPath);
  const before: unknown[] = isJsonObject(object) && Array.isArray(object.required) ? object.required : [];
  if (before.includes(row.name) === required) return text;
  const names = required ? [...before, row.name] : before.filter((name) => name !== row.name);
  return setJson(text, [...objectPath, "required"], names.length === 0 ? undefined : names);
}

export function setDescription(text: string, row: SchemaRow, description: string): string {
  return setJson(text, [...row.path, "description"], description);
}

/** @returns the text with another type; words that only fit the type before are taken out */
export function setType(text: string, row: SchemaRow, type: SchemaType): string {
  const drop = ["enum", "items", "properties", "required", "additionalProperties", "minimum", "maximum"];
  const kept: Readonly<Record<SchemaType, readonly string[]>> = {
    string: ["enum"],
    integer: ["minimum", "maximum"],
    number: ["minimum", "maximum"],
    boolean: [],
    array: ["items"],
    object: ["properties", "required", "additionalProperties"],
  };
  const schema = valueAt(JSON.parse(text), row.path);
  const present = isJsonObject(schema) ? Object.keys(schema) : [];
  let next = setJson(text, [...row.path, "type"], type);
  for (const word of drop) {
    if (present.includes(word) && !kept[type].includes(word))
      next = setJson(next, [...row.path, word], undefined);
  }
  if (type === "array" && !present.includes("items"))
    next = setJson(next, [...row.path, "items"], { type: "string" });
  if (type === "object" && !present.includes("properties"))
    next = setJson(next, [...row.path, "properties"], {});
  return next;
}

export function setItemType(text: string, row: SchemaRow, type: SchemaType): string {
  return setJson(text, [...row.path, "items"], type === "object" ? { type, properties: {} } : { type });
}

/** @param choices empty lines are left out; none means that any text is allowed */
export function setChoices(text: string, row: SchemaRow, choices: readonly string[]): string {
  const given = choices.map((choice) => choice.trim()).filter(Boolean);
  return setJson(text, [...row.path, "enum"], given.length === 0 ? undefined : given);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}
