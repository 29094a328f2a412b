// Which tools does a source in Python define: functions with type hints and docstrings, pydantic models?
import type { JsonObject } from "@/lib/protocol/json-object";
import { plainName } from "../lint/lint-name";
import { readDocstring, withDescriptions } from "./doc-comment";
import { type ImportedTool, toolOfSignature } from "./imported-tool";
import { readDefault, readHint } from "./python-types";
import type { TypeContext } from "./script-types";
import { skipBrackets, type TokenReader, tokenReader } from "./token-reader";
import { ImportProblem, tokensOf } from "./tokens";

type Found = { readonly name: string; readonly place: number; readonly indent: number };
const ownParams = new Set(["self", "cls", "ctx", "context"]);

/** @throws ImportProblem naming the line that cannot be read */
export function pythonTools(text: string): ImportedTool[] {
  const reader = tokenReader(tokensOf(text, "python"));
  const functions: Found[] = [];
  const classes: Found[] = [];
  while (reader.peek().kind !== "end") {
    const { value, indent } = reader.take();
    const isFirst = indent !== null || value === "def";
    if (!isFirst || (value !== "def" && value !== "class") || reader.peek().kind !== "name") continue;
    const name = reader.take().value;
    (value === "def" ? functions : classes).push({ name, place: reader.place(), indent: indent ?? 0 });
  }
  const types = new Map(
    classes.map((each) => [each.name, (depth: number) => classSchema(each, reader, contextAt(depth))]),
  );
  const contextAt = (depth: number): TypeContext => ({ types, notes: [], depth });
  const shown = functions.filter(({ name }) => !name.startsWith("__"));
  if (shown.length > 0) return shown.map((each) => functionTool(each, reader, contextAt(0)));
  const last = classes.at(-1);
  if (last === undefined) throw new ImportProblem("No function and no class is in this source.");
  return [classTool(last, reader, contextAt(0))];
}

function functionTool({ name, place }: Found, reader: TokenReader, context: TypeContext): ImportedTool {
  reader.goTo(place);
  if (reader.is("[")) skipBrackets(reader);
  const params = readFields(reader, context);
  if (reader.takeIf("->")) readHint(reader, { ...context, notes: [] });
  reader.expect(":");
  const doc =
    reader.peek().kind === "text"
      ? readDocstring(reader.peek().value)
      : { description: "", params: new Map() };
  const inputSchema = withDescriptions(params, doc.params);
  return toolOfSignature(
    { name: plainName(name), description: doc.description, inputSchema, notes: context.notes },
    "Python function",
  );
}

function readFields(reader: TokenReader, context: TypeContext): JsonObject {
  const properties: [string, JsonObject][] = [];
  const required: string[] = [];
  reader.expect("(");
  while (!reader.takeIf(")")) {
    const stars = reader.takeIf("*") ? 1 : reader.takeIf("**") ? 2 : 0;
    if (!reader.takeIf("/") && !(stars === 1 && reader.is(","))) {
      const { kind, value: name } = reader.take();
      if (kind !== "name") reader.fail("the name of a parameter");
      const schema = reader.takeIf(":") ? readHint(reader, context) : {};
      const given = reader.takeIf("=") ? readDefault(reader) : null;
      if (stars === 0 && !ownParams.has(name)) {
        properties.push([name, withDefault(schema, given)]);
        if (given === null || given.required) required.push(name);
      }
    }
    if (!reader.is(")")) reader.expect(",");
  }
  return objectOf(properties, required);
}

function withDefault(schema: JsonObject, given: ReturnType<typeof readDefault> | null): JsonObject {
  if (given === null) return schema;
  const hasDefault = given.value !== undefined && given.value !== null;
  return { ...schema, ...given.words, ...(hasDefault && { default: given.value }) };
}

function objectOf(
  properties: readonly (readonly [string, JsonObject])[],
  required: readonly string[],
): JsonObject {
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required: [...required] }),
  };
}

function classTool(found: Found, reader: TokenReader, context: TypeContext): ImportedTool {
  const { description, ...schema } = classSchema(found, reader, context);
  const name = plainName(
    found.name
      .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .replace(/_?(input|args|params|model)$/, "") || "my_tool",
  );
  const text = typeof description === "string" ? description : "";
  return toolOfSignature(
    { name, description: text, inputSchema: schema, notes: context.notes },
    "Python class",
  );
}

/** The fields of a pydantic model, dataclass or TypedDict; the values of an Enum. */
function classSchema({ place, indent }: Found, reader: TokenReader, context: TypeContext): JsonObject {
  const back = reader.place();
  reader.goTo(place);
  const isEnum = basesOf(reader).some((name) => name.endsWith("Enum"));
  reader.expect(":");
  const properties: [string, JsonObject][] = [];
  const required: string[] = [];
  const values: unknown[] = [];
  let description = "";
  if (reader.peek().kind === "text") description = readDocstring(reader.take().value).description;
  while (reader.peek().kind !== "end" && (reader.peek().indent ?? indent + 1) > indent) {
    const { kind, value: name, indent: column } = reader.take();
    if (kind !== "name" || column === null) continue;
    if (isEnum && reader.takeIf("=")) values.push(readDefault(reader).value);
    else if (reader.takeIf(":")) {
      const schema = readHint(reader, context);
      const given = reader.takeIf("=") ? readDefault(reader) : null;
      properties.push([name, withDefault(schema, given)]);
      if (given === null || given.required) required.push(name);
    } else if (name === "def" || name === "class") break;
  }
  reader.goTo(back);
  const said = description === "" ? {} : { description };
  return isEnum ? { enum: values, ...said } : { ...objectOf(properties, required), ...said };
}

function basesOf(reader: TokenReader): string[] {
  const names: string[] = [];
  if (!reader.takeIf("(")) return names;
  while (!reader.takeIf(")") && reader.peek().kind !== "end") {
    const { kind, value } = reader.take();
    if (kind === "name") names.push(value);
  }
  return names;
}
