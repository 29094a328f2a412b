// Which JSON Schema does a type hint of Python stand for, and what does a default say?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { type TypeContext, unionOf } from "./script-types";
import { skipBrackets, type TokenReader } from "./token-reader";

const deepest = 12;
const plainTypes: Readonly<Record<string, JsonObject>> = {
  str: { type: "string" },
  int: { type: "integer" },
  float: { type: "number" },
  bool: { type: "boolean" },
  None: { type: "null" },
  Any: {},
  object: {},
  bytes: { type: "string" },
  Decimal: { type: "number" },
  datetime: { type: "string", format: "date-time" },
  date: { type: "string", format: "date" },
  time: { type: "string", format: "time" },
  timedelta: { type: "string", format: "duration" },
  UUID: { type: "string", format: "uuid" },
  Path: { type: "string" },
  EmailStr: { type: "string", format: "email" },
  HttpUrl: { type: "string", format: "uri" },
  AnyUrl: { type: "string", format: "uri" },
};
const lists = new Set([
  "list",
  "List",
  "Sequence",
  "Iterable",
  "set",
  "Set",
  "frozenset",
  "FrozenSet",
  "deque",
]);
const maps = new Set(["dict", "Dict", "Mapping", "MutableMapping", "defaultdict"]);

/** Reads a type hint up to where it ends. */
export function readHint(reader: TokenReader, context: TypeContext): JsonObject {
  const options = [readOne(reader, context)];
  while (reader.takeIf("|")) options.push(readOne(reader, context));
  return options.length === 1 ? (options[0] ?? {}) : unionOf(options);
}

function readOne(reader: TokenReader, context: TypeContext): JsonObject {
  const { kind, value } = reader.take();
  // A name in quotes is a type that is declared further down.
  if (kind === "text") return named(value, context);
  if (kind !== "name") return reader.fail("a type");
  let name = value;
  while (reader.takeIf(".")) name = reader.take().value;
  if (!reader.is("[")) return named(name, context);
  return generic(name, reader, context);
}

function generic(name: string, reader: TokenReader, context: TypeContext): JsonObject {
  if (name === "Literal") return literal(reader);
  if (name === "Annotated") return annotated(reader, context);
  reader.expect("[");
  const args: JsonObject[] = [];
  while (!reader.takeIf("]")) {
    if (reader.takeIf("...")) args.push({});
    else if (reader.is("[")) {
      skipBrackets(reader);
      args.push({});
    } else args.push(readHint(reader, context));
    if (!reader.is("]")) reader.expect(",");
  }
  const [one = {}, two = {}] = args;
  if (lists.has(name)) return { type: "array", items: one };
  if (maps.has(name)) return { type: "object", additionalProperties: two };
  if (name === "Optional") return unionOf([one, { type: "null" }]);
  if (name === "Union") return unionOf(args);
  if (name === "tuple" || name === "Tuple") return { type: "array", prefixItems: args };
  if (["Required", "NotRequired", "Final", "ClassVar", "Type", "type"].includes(name)) return one;
  return named(name, context);
}

function named(name: string, context: TypeContext): JsonObject {
  if (Object.hasOwn(plainTypes, name)) return { ...plainTypes[name] };
  if (lists.has(name) || name === "tuple") return { type: "array" };
  if (maps.has(name)) return { type: "object" };
  const declared = context.types.get(name);
  if (declared !== undefined && context.depth < deepest) return declared(context.depth + 1);
  context.notes.push(`The type ${name} is not in what was pasted: any value is allowed there.`);
  return {};
}

function literal(reader: TokenReader): JsonObject {
  const values: JsonObject[] = [];
  reader.expect("[");
  while (!reader.takeIf("]")) {
    values.push({ const: readPlain(reader) });
    if (!reader.is("]")) reader.expect(",");
  }
  return unionOf(values);
}

/** `Annotated[str, "The city"]`, `Annotated[int, Field(ge=1, description="…")]`. */
function annotated(reader: TokenReader, context: TypeContext): JsonObject {
  reader.expect("[");
  let schema = readHint(reader, context);
  while (reader.takeIf(",")) {
    const said = readDefault(reader);
    schema = { ...schema, ...(typeof said.value === "string" && { description: said.value }), ...said.words };
  }
  reader.expect("]");
  return schema;
}

export type Default = {
  /** Undefined where there is none, or where it is no literal. */
  readonly value: unknown;
  /** What `Field(…)` says, in words of JSON Schema. */
  readonly words: JsonObject;
  /** `Field(...)`: it must be given after all. */
  readonly required: boolean;
};

const fieldWords: Readonly<Record<string, string>> = {
  description: "description",
  title: "title",
  ge: "minimum",
  le: "maximum",
  gt: "exclusiveMinimum",
  lt: "exclusiveMaximum",
  min_length: "minLength",
  max_length: "maxLength",
  pattern: "pattern",
  regex: "pattern",
  multiple_of: "multipleOf",
  examples: "examples",
};

/** Reads what stands behind an equals sign; what is no literal is skipped. */
export function readDefault(reader: TokenReader): Default {
  if (reader.peek().kind === "name" && reader.peek(1).value === "(") return readCall(reader);
  const value = readPlain(reader);
  return { value: value === ellipsis ? undefined : value, words: {}, required: value === ellipsis };
}

function readCall(reader: TokenReader): Default {
  reader.take();
  const words: [string, unknown][] = [];
  let value: unknown;
  let required = true;
  let first = true;
  reader.expect("(");
  while (!reader.takeIf(")")) {
    const name = reader.peek().kind === "name" && reader.peek(1).value === "=" ? reader.take().value : null;
    if (name !== null) reader.take();
    const given = readPlain(reader);
    if ((name === null && first) || name === "default") {
      value = given === ellipsis ? undefined : given;
      required = given === ellipsis;
    } else if (name === "default_factory") required = false;
    else if (name !== null && Object.hasOwn(fieldWords, name)) words.push([fieldWords[name] ?? name, given]);
    first = false;
    if (!reader.is(")")) reader.expect(",");
  }
  return { value, words: Object.fromEntries(words), required };
}

/** `...`, with which pydantic marks what must be given. */
const ellipsis = Symbol("ellipsis");
const constants: Readonly<Record<string, unknown>> = { True: true, False: false, None: null };

function readPlain(reader: TokenReader): unknown {
  const { kind, value } = reader.peek();
  if (reader.takeIf("...")) return ellipsis;
  if (kind === "text") {
    let text = reader.take().value;
    while (reader.peek().kind === "text") text += reader.take().value;
    return text;
  }
  if (kind === "number") return Number(reader.take().value.replaceAll("_", ""));
  if (value === "-") {
    reader.take();
    return -Number(reader.take().value);
  }
  if (kind === "name" && Object.hasOwn(constants, value)) {
    reader.take();
    return constants[value];
  }
  if (value === "[") return readItems(reader, "[", "]");
  if (value === "(") return readItems(reader, "(", ")");
  if (value === "{") return readDict(reader);
  skipValue(reader);
  return undefined;
}

function readItems(reader: TokenReader, open: string, close: string): unknown[] {
  const items: unknown[] = [];
  reader.expect(open);
  while (!reader.takeIf(close)) {
    items.push(readPlain(reader));
    if (!reader.is(close)) reader.expect(",");
  }
  return items;
}

function readDict(reader: TokenReader): unknown {
  const entries: [string, unknown][] = [];
  reader.expect("{");
  while (!reader.takeIf("}")) {
    const key = readPlain(reader);
    if (reader.takeIf(":")) entries.push([String(key), readPlain(reader)]);
    if (!reader.is("}")) reader.expect(",");
  }
  const value = Object.fromEntries(entries);
  return isJsonObject(value) ? value : {};
}

function skipValue(reader: TokenReader): void {
  while (
    !reader.is(",") &&
    !reader.is(")") &&
    !reader.is("]") &&
    !reader.is("}") &&
    reader.peek().kind !== "end"
  ) {
    if (reader.is("(") || reader.is("[") || reader.is("{")) skipBrackets(reader);
    else reader.take();
    if (reader.peek().indent !== null) return;
  }
}
