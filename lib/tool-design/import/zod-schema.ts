// Which JSON Schema does a zod schema stand for, read from its source?
import type { JsonObject } from "@/lib/protocol/json-object";
import { itemsOf, jsonOf, plainOf } from "./script-json";
import type { ScriptLink, ScriptValue } from "./script-value";
import { ImportProblem } from "./tokens";

/** Schemas the source names: `const Address = z.object(…)`. */
export type Declared = ReadonlyMap<string, ScriptValue>;
type Made = { readonly schema: JsonObject; readonly optional: boolean };

/** @returns true for `z.…` and for a name that stands for such a thing */
export function isZod(value: ScriptValue, declared: Declared): boolean {
  if (value.kind !== "chain") return false;
  const first = value.links[0]?.name ?? "";
  const known = declared.get(first);
  return first === "z" || first === "zod" || (known !== undefined && isZod(known, declared));
}

/** @throws ImportProblem naming what has no JSON Schema */
export function zodSchema(value: ScriptValue, declared: Declared): JsonObject {
  return made(value, declared, 0).schema;
}

const deepest = 40;

function made(value: ScriptValue, declared: Declared, depth: number): Made {
  if (depth > deepest) throw new ImportProblem("The schema refers to itself: write the levels out.");
  if (value.kind !== "chain") throw new ImportProblem("A zod schema was expected, such as z.string().");
  const [first, ...rest] = value.links;
  const known = declared.get(first?.name ?? "");
  if (known !== undefined) return modified(made(known, declared, depth + 1), rest, declared, depth);
  if (first?.name !== "z" && first?.name !== "zod") {
    throw new ImportProblem(`"${first?.name}" is not in what was pasted: paste its definition too.`);
  }
  const names = rest.findIndex(({ args }) => args !== null);
  const base = rest.slice(0, names + 1);
  return modified(baseOf(base, declared, depth), rest.slice(names + 1), declared, depth);
}

const formats: Readonly<Record<string, string>> = {
  email: "email",
  url: "uri",
  uuid: "uuid",
  guid: "uuid",
  date: "date",
  time: "time",
  datetime: "date-time",
  duration: "duration",
  ipv4: "ipv4",
  ipv6: "ipv6",
  hostname: "hostname",
};
const plainTypes: Readonly<Record<string, JsonObject>> = {
  string: { type: "string" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  int: { type: "integer" },
  bigint: { type: "integer" },
  float32: { type: "number" },
  float64: { type: "number" },
  int32: { type: "integer" },
  any: {},
  unknown: {},
  null: { type: "null" },
  undefined: {},
  date: { type: "string", format: "date-time" },
  stringbool: { type: "string" },
  json: {},
};

function baseOf(links: readonly ScriptLink[], declared: Declared, depth: number): Made {
  const { name = "", args } = links.at(-1) ?? {};
  const [one, two] = args ?? [];
  const inner = (each: ScriptValue | undefined) =>
    each === undefined ? {} : made(each, declared, depth + 1).schema;
  const isIso = links.at(-2)?.name === "iso";
  const required = (schema: JsonObject): Made => ({ schema, optional: false });
  if (isIso || (formats[name] !== undefined && name !== "date")) {
    return required({ type: "string", format: formats[name] ?? name });
  }
  if (Object.hasOwn(plainTypes, name)) return required({ ...plainTypes[name] });
  switch (name) {
    case "object":
    case "strictObject":
    case "looseObject":
      return required(objectSchema(one, declared, depth, name === "strictObject"));
    case "array":
    case "set":
      return required({ type: "array", items: inner(one) });
    case "tuple":
      return required({ type: "array", prefixItems: itemsOf(one).map(inner) });
    case "enum":
      return required(enumSchema(one));
    case "literal":
      return required(one?.kind === "list" ? enumSchema(one) : { const: plainOf(one) });
    case "union":
      return required(unionSchema(itemsOf(one).map(inner)));
    case "discriminatedUnion":
      return required({ anyOf: itemsOf(two).map(inner) });
    case "intersection":
      return required({ allOf: [inner(one), inner(two)] });
    case "record":
    case "partialRecord":
    case "map":
      return required({ type: "object", additionalProperties: inner(two ?? one) });
    case "optional":
      return { schema: inner(one), optional: true };
    case "nullable":
      return required(nullable(inner(one)));
    case "preprocess":
      return required(inner(two));
    default:
      throw new ImportProblem(`z.${name} has no JSON Schema that is known here: write that part by hand.`);
  }
}

function modified(start: Made, links: readonly ScriptLink[], declared: Declared, depth: number): Made {
  return links.reduce((before, link) => step(before, link, declared, depth), start);
}

function step(
  { schema, optional }: Made,
  { name, args }: ScriptLink,
  declared: Declared,
  depth: number,
): Made {
  const [one] = args ?? [];
  const value = one === undefined ? undefined : one.kind === "regex" ? one.source : plainOf(one);
  const put = (fields: JsonObject): Made => ({ schema: { ...schema, ...fields }, optional });
  const isText = schema.type === "string";
  const isList = schema.type === "array";
  const bound = (word: "min" | "max") => (isText ? `${word}Length` : isList ? `${word}Items` : `${word}imum`);
  switch (name) {
    case "optional":
      return { schema, optional: true };
    case "nullish":
      return { schema: nullable(schema), optional: true };
    case "nullable":
      return { schema: nullable(schema), optional };
    case "default":
    case "prefault":
    case "catch":
      return { schema: { ...schema, default: jsonOf(one) }, optional: true };
    case "describe":
      return put({ description: value });
    case "meta":
      return put(metaOf(one));
    case "min":
    case "gte":
      return put({ [bound("min")]: value });
    case "max":
    case "lte":
      return put({ [bound("max")]: value });
    case "length":
      return put({ [bound("min")]: value, [bound("max")]: value });
    case "gt":
      return put({ exclusiveMinimum: value });
    case "lt":
      return put({ exclusiveMaximum: value });
    case "positive":
      return put({ exclusiveMinimum: 0 });
    case "nonnegative":
      return put({ minimum: 0 });
    case "negative":
      return put({ exclusiveMaximum: 0 });
    case "nonpositive":
      return put({ maximum: 0 });
    case "nonempty":
      return put({ [bound("min")]: 1 });
    case "int":
      return put({ type: "integer" });
    case "multipleOf":
    case "step":
      return put({ multipleOf: value });
    case "regex":
      return put({ pattern: value });
    case "startsWith":
      return put({ pattern: `^${escaped(String(value))}` });
    case "endsWith":
      return put({ pattern: `${escaped(String(value))}$` });
    case "strict":
      return put({ additionalProperties: false });
    case "extend":
    case "merge":
    case "safeExtend":
      return { schema: merged(schema, one, declared, depth), optional };
    case "partial":
      return { schema: without(schema, "required"), optional };
    case "array":
      return { schema: { type: "array", items: schema }, optional };
    default:
      // Formats; and what changes no JSON Schema: trim, transform, refine, brand, passthrough, …
      return formats[name] !== undefined && isText ? put({ format: formats[name] }) : { schema, optional };
  }
}

function objectSchema(
  value: ScriptValue | undefined,
  declared: Declared,
  depth: number,
  strict: boolean,
): JsonObject {
  if (value?.kind !== "object") throw new ImportProblem("z.object takes an object of fields.");
  return fieldsSchema(value.fields, declared, depth, strict);
}

/** @returns an object schema of fields that are zod schemas each */
export function fieldsSchema(
  fields: ReadonlyMap<string, ScriptValue>,
  declared: Declared,
  depth = 0,
  strict = false,
): JsonObject {
  const entries = [...fields].map(([name, field]): [string, Made] => [
    name,
    made(field, declared, depth + 1),
  ]);
  const required = entries.filter(([, { optional }]) => !optional).map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
    ...(required.length > 0 && { required }),
    ...(strict && { additionalProperties: false }),
  };
}

function merged(
  schema: JsonObject,
  value: ScriptValue | undefined,
  declared: Declared,
  depth: number,
): JsonObject {
  if (value === undefined) return schema;
  const more =
    value.kind === "object"
      ? fieldsSchema(value.fields, declared, depth)
      : made(value, declared, depth + 1).schema;
  const required = [
    ...new Set([...((schema.required as string[]) ?? []), ...((more.required as string[]) ?? [])]),
  ];
  return {
    ...schema,
    properties: { ...(schema.properties ?? {}), ...(more.properties ?? {}) },
    ...(required.length > 0 && { required }),
  };
}

function enumSchema(value: ScriptValue | undefined): JsonObject {
  const values =
    value?.kind === "object" ? [...value.fields.values()].map(plainOf) : itemsOf(value).map(plainOf);
  return { ...(values.every((each) => typeof each === "string") && { type: "string" }), enum: values };
}

/** Literals of a union become one list of values. */
function unionSchema(options: readonly JsonObject[]): JsonObject {
  const literals = options.every((option) => "const" in option);
  return literals ? { enum: options.map((option) => option.const) } : { anyOf: options };
}

function nullable(schema: JsonObject): JsonObject {
  return typeof schema.type === "string" && !("enum" in schema)
    ? { ...schema, type: [schema.type, "null"] }
    : { anyOf: [schema, { type: "null" }] };
}

function metaOf(value: ScriptValue | undefined): JsonObject {
  const fields = jsonOf(value) as JsonObject | null;
  const known = Object.entries(fields ?? {}).filter(([name]) =>
    ["title", "description", "examples", "format"].includes(name),
  );
  return Object.fromEntries(known);
}

function without(schema: JsonObject, word: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== word));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
