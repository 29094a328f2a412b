// Which JSON Schema does a type of TypeScript stand for?
import type { JsonObject } from "@/lib/protocol/json-object";
import { skipBrackets, type TokenReader } from "./token-reader";

/** Types the source declares, each read anew where it is used. */
export type TypesDeclared = ReadonlyMap<string, (depth: number) => JsonObject>;
export type TypeContext = { readonly types: TypesDeclared; readonly notes: string[]; readonly depth: number };

const deepest = 12;
const plainTypes: Readonly<Record<string, JsonObject>> = {
  string: { type: "string" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  bigint: { type: "integer" },
  null: { type: "null" },
  any: {},
  unknown: {},
  undefined: {},
  void: {},
  object: { type: "object" },
  Date: { type: "string", format: "date-time" },
  URL: { type: "string", format: "uri" },
};

/** Reads a type up to where it ends. @throws ImportProblem where there is none */
export function readType(reader: TokenReader, context: TypeContext): JsonObject {
  reader.takeIf("|");
  const options = [readPart(reader, context)];
  while (reader.takeIf("|")) options.push(readPart(reader, context));
  return options.length === 1 ? (options[0] ?? {}) : unionOf(options);
}

function readPart(reader: TokenReader, context: TypeContext): JsonObject {
  const parts = [readPostfix(reader, context)];
  while (reader.takeIf("&")) parts.push(readPostfix(reader, context));
  return parts.length === 1 ? (parts[0] ?? {}) : intersection(parts);
}

function readPostfix(reader: TokenReader, context: TypeContext): JsonObject {
  reader.takeIf("readonly");
  let schema = readOne(reader, context);
  while (reader.is("[") && reader.peek(1).value === "]") {
    reader.take();
    reader.take();
    schema = { type: "array", items: schema };
  }
  return schema;
}

function readOne(reader: TokenReader, context: TypeContext): JsonObject {
  const { kind, value } = reader.peek();
  if (kind === "text") return { const: reader.take().value };
  if (kind === "number") return { const: Number(reader.take().value) };
  if (value === "-") {
    reader.take();
    return { const: -Number(reader.take().value) };
  }
  if (value === "{") return readMembers(reader, context);
  if (value === "[") return readTuple(reader, context);
  if (value === "(") {
    reader.take();
    const inner = readType(reader, context);
    reader.expect(")");
    return inner;
  }
  if (kind !== "name") return reader.fail("a type");
  return readNamed(reader, context);
}

function readNamed(reader: TokenReader, context: TypeContext): JsonObject {
  let name = reader.take().value;
  if (name === "true" || name === "false") return { const: name === "true" };
  while (reader.takeIf(".")) name = reader.take().value;
  const args: JsonObject[] = [];
  if (reader.takeIf("<")) {
    while (!reader.takeIf(">")) {
      args.push(readType(reader, context));
      if (!reader.is(">")) reader.expect(",");
    }
  }
  if (name === "Array" || name === "ReadonlyArray" || name === "Set")
    return { type: "array", items: args[0] ?? {} };
  if (name === "Record" || name === "Map") return { type: "object", additionalProperties: args[1] ?? {} };
  if (name === "Partial") return withoutRequired(args[0] ?? {});
  if (name === "Promise" || name === "Readonly" || name === "Required") return args[0] ?? {};
  if (Object.hasOwn(plainTypes, name)) return { ...plainTypes[name] };
  const declared = context.types.get(name);
  if (declared !== undefined && context.depth < deepest) return declared(context.depth + 1);
  context.notes.push(`The type ${name} is not in what was pasted: any value is allowed there.`);
  return {};
}

/** `{ city: string; days?: number }`, with what comments say about each member. */
export function readMembers(reader: TokenReader, context: TypeContext): JsonObject {
  const properties: [string, JsonObject][] = [];
  const required: string[] = [];
  let others: JsonObject | undefined;
  reader.expect("{");
  while (!reader.takeIf("}")) {
    const description = reader.comment();
    reader.takeIf("readonly");
    if (reader.is("[")) {
      skipBrackets(reader);
      reader.expect(":");
      others = readType(reader, context);
    } else {
      const { kind, value } = reader.take();
      if (kind !== "name" && kind !== "text") reader.fail("the name of a field");
      const optional = reader.takeIf("?");
      reader.expect(":");
      const schema = readType(reader, context);
      properties.push([value, description === "" ? schema : { ...schema, description }]);
      if (!optional) required.push(value);
    }
    while (reader.takeIf(";") || reader.takeIf(","));
  }
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(others !== undefined && { additionalProperties: others }),
  };
}

function readTuple(reader: TokenReader, context: TypeContext): JsonObject {
  const items: JsonObject[] = [];
  reader.expect("[");
  while (!reader.takeIf("]")) {
    items.push(readType(reader, context));
    if (!reader.is("]")) reader.expect(",");
  }
  return { type: "array", prefixItems: items };
}

/** Literals become one list of values; null beside one type a pair of types; undefined is dropped. */
export function unionOf(options: readonly JsonObject[]): JsonObject {
  const given = options.filter((option) => Object.keys(option).length > 0);
  const literals = given.filter((option) => "const" in option);
  const rest = given.filter((option) => !("const" in option));
  const values = literals.map((option) => option.const);
  const isText = values.every((value) => typeof value === "string");
  const choice = literals.length === 0 ? [] : [{ ...(isText && { type: "string" }), enum: values }];
  const all: JsonObject[] = [...choice, ...rest];
  const [one, two] = all;
  if (all.length === 1) return one ?? {};
  if (all.length === 2 && two?.type === "null" && typeof one?.type === "string" && !("enum" in one)) {
    return { ...one, type: [one.type, "null"] };
  }
  return all.length === 0 ? {} : { anyOf: all };
}

function intersection(parts: readonly JsonObject[]): JsonObject {
  if (!parts.every((part) => part.type === "object")) return { allOf: [...parts] };
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return {
    type: "object",
    properties: Object.fromEntries(parts.flatMap((part) => Object.entries(part.properties ?? {}))),
    ...(required.length > 0 && { required }),
  };
}

function withoutRequired(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "required"));
}
