// Which control fits a JSON Schema, and what value does it begin with?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

type Scalar = string | number | boolean | null;

/** What a form draws for a schema; `json` is for everything that has no control of its own. */
export type SchemaControl =
  | { readonly kind: "text"; readonly long: boolean }
  | {
      readonly kind: "number";
      readonly whole: boolean;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | { readonly kind: "flag" }
  | { readonly kind: "choice"; readonly values: readonly Scalar[] }
  | { readonly kind: "list"; readonly item: JsonObject }
  | { readonly kind: "group"; readonly fields: readonly SchemaField[] }
  | { readonly kind: "json" };

export type SchemaField = {
  readonly name: string;
  readonly schema: JsonObject;
  readonly required: boolean;
};

/** Groups in groups beyond this are written as JSON: a form of that depth helps nobody. */
const deepest = 5;
/** A text that may be longer than this gets several lines. */
const lineCharacters = 200;

/**
 * @param root the whole schema, in which references are looked up; those to other documents lead nowhere
 * @param depth how many groups and lists the control stands in
 */
export function schemaControl(given: JsonObject, root: JsonObject, depth = 0): SchemaControl {
  const schema = plainSchema(given, root);
  const values = choicesOf(schema);
  if (values !== null) return { kind: "choice", values };
  switch (typeOf(schema)) {
    case "string":
      return { kind: "text", long: (numberOf(schema.maxLength) ?? 0) > lineCharacters };
    case "number":
    case "integer":
      return {
        kind: "number",
        whole: schema.type === "integer",
        minimum: numberOf(schema.minimum),
        maximum: numberOf(schema.maximum),
      };
    case "boolean":
      return { kind: "flag" };
    case "array":
      return depth < deepest && isJsonObject(schema.items)
        ? { kind: "list", item: schema.items }
        : { kind: "json" };
    case "object":
      return depth < deepest ? groupOf(schema) : { kind: "json" };
    default:
      return { kind: "json" };
  }
}

/** @returns the schema with its reference followed, and the one that is not null where it may be null */
export function plainSchema(schema: JsonObject, root: JsonObject): JsonObject {
  let plain = schema;
  // A cycle of references ends somewhere in itself, and the form writes JSON there.
  for (let steps = 0; steps < 10; steps += 1) {
    const next = referenced(plain, root) ?? notNull(plain);
    if (next === null) return plain;
    const { $ref, anyOf, oneOf, ...own } = plain;
    plain = { ...next, ...own };
  }
  return {};
}

/** @returns what a form holds before anybody typed: the defaults the schema gives; undefined for nothing */
export function firstValue(given: JsonObject, root: JsonObject, depth = 0): unknown {
  const schema = plainSchema(given, root);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  const control = schemaControl(schema, root, depth);
  if (control.kind !== "group") return undefined;
  const fields = control.fields.map(({ name, schema: inner, required }): [string, unknown] => {
    const value = firstValue(inner, root, depth + 1);
    return [name, value ?? (required && schemaControl(inner, root).kind === "flag" ? false : undefined)];
  });
  const filled = fields.filter(([, value]) => value !== undefined);
  return depth === 0 || filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function referenced({ $ref }: JsonObject, root: JsonObject): JsonObject | null {
  if (typeof $ref !== "string" || !$ref.startsWith("#/")) return null;
  const steps = $ref.slice(2).split("/");
  const target = steps.reduce<unknown>((at, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }, root);
  return isJsonObject(target) ? target : null;
}

function notNull({ anyOf, oneOf }: JsonObject): JsonObject | null {
  const options = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : [];
  const rest = options.filter(isJsonObject).filter((option) => option.type !== "null");
  return rest.length === 1 && options.length === 2 ? (rest[0] ?? null) : null;
}

function choicesOf(schema: JsonObject): Scalar[] | null {
  const values = Array.isArray(schema.enum) ? schema.enum : "const" in schema ? [schema.const] : null;
  return values?.every(isScalar) ? values : null;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function typeOf({ type, properties }: JsonObject): unknown {
  if (type === undefined && isJsonObject(properties)) return "object";
  const types = Array.isArray(type) ? type.filter((each) => each !== "null") : [type];
  return types.length === 1 ? types[0] : undefined;
}

function groupOf({ properties, required }: JsonObject): SchemaControl {
  const entries = isJsonObject(properties) ? Object.entries(properties) : [];
  if (entries.length === 0) return { kind: "json" };
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const fields = entries.map(([name, schema]) => ({
    name,
    schema: isJsonObject(schema) ? schema : {},
    required: needed.includes(name),
  }));
  return { kind: "group", fields };
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
