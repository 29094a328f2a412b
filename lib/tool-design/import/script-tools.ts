// Which tools does a source in JavaScript or TypeScript define: zod schemas, tool objects, functions?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { plainName } from "../lint/lint-name";
import { readJsDoc, withDescriptions } from "./doc-comment";
import { type ImportedTool, toolOfSignature } from "./imported-tool";
import { toolsOfJson } from "./json-tools";
import { jsonOf } from "./script-json";
import { readScript, type ScriptFunction, type ScriptSource } from "./script-source";
import { readType } from "./script-types";
import { readValue, type ScriptValue } from "./script-value";
import { skipBrackets, type TokenReader, tokenReader } from "./token-reader";
import { tokensOf } from "./tokens";
import { type Declared, fieldsSchema, isZod, zodSchema } from "./zod-schema";

/** @throws ImportProblem naming the line or the word that cannot be read */
export function scriptTools(text: string): ImportedTool[] {
  const reader = tokenReader(tokensOf(text, "script"));
  const source = readScript(reader);
  const tools = source.values.flatMap(({ name, value }) => valueTools(name, value, source.declared));
  const functions = source.functions.map((each) => functionTool(each, reader, source));
  // A schema that is part of a tool is none of its own.
  const whole = tools.filter(({ from }) => from !== "zod schema");
  if (whole.length > 0) return whole;
  if (tools.length > 0) return tools.slice(-1);
  return functions;
}

function valueTools(name: string | null, value: ScriptValue, declared: Declared): ImportedTool[] {
  if (isZod(value, declared)) {
    const schema = zodSchema(value, declared);
    const { description, ...inputSchema } = schema;
    const text = typeof description === "string" ? description : "";
    return [
      toolOfSignature(
        { name: toolName(name), description: text, inputSchema: objectOf(inputSchema), notes: [] },
        "zod schema",
      ),
    ];
  }
  if (value.kind === "object") return objectTools(name, value.fields, declared);
  if (value.kind === "list") return value.items.flatMap((item) => valueTools(null, item, declared));
  if (value.kind !== "chain") return [];
  const call = value.links.findLast(({ args }) => args !== null);
  return call?.args == null ? [] : callTools(name, call.args, declared);
}

/** `tool({…})`, `betaZodTool({…})`, `server.registerTool("name", {…}, handler)`, `server.tool("name", "…", {…}, handler)`. */
function callTools(name: string | null, args: readonly ScriptValue[], declared: Declared): ImportedTool[] {
  const texts = args.flatMap((arg) =>
    arg.kind === "plain" && typeof arg.value === "string" ? [arg.value] : [],
  );
  const [own = name, description] = texts;
  const object = args.find((arg) => arg.kind === "object");
  if (object?.kind !== "object")
    return args.flatMap((arg) => (isZod(arg, declared) ? valueTools(own, arg, declared) : []));
  const found = objectTools(own, object.fields, declared);
  const isFields = [...object.fields.values()].every((field) => isZod(field, declared));
  if (found.length > 0 || !isFields || texts.length === 0) return found;
  const inputSchema = fieldsSchema(object.fields, declared);
  return [
    toolOfSignature(
      { name: toolName(own), description: description ?? "", inputSchema, notes: [] },
      "MCP server code",
    ),
  ];
}

function objectTools(
  name: string | null,
  fields: ReadonlyMap<string, ScriptValue>,
  declared: Declared,
): ImportedTool[] {
  const schema =
    fields.get("inputSchema") ??
    fields.get("parameters") ??
    fields.get("input_schema") ??
    fields.get("schema");
  const text = (field: string) => {
    const value = fields.get(field);
    return value?.kind === "plain" && typeof value.value === "string" ? value.value : undefined;
  };
  if (schema !== undefined && isZod(resolved(schema, declared), declared)) {
    const inputSchema = objectOf(zodSchema(schema, declared));
    const signature = {
      name: toolName(text("name") ?? name),
      description: text("description") ?? "",
      inputSchema,
      notes: [],
    };
    return [toolOfSignature(signature, "tool with a zod schema")];
  }
  const ofFields = resolved(schema, declared);
  if (
    ofFields?.kind === "object" &&
    ofFields.fields.size > 0 &&
    [...ofFields.fields.values()].every((each) => isZod(each, declared))
  ) {
    const inputSchema = fieldsSchema(ofFields.fields, declared);
    const signature = {
      name: toolName(text("name") ?? name),
      description: text("description") ?? "",
      inputSchema,
      notes: [],
    };
    return [toolOfSignature(signature, "MCP server code")];
  }
  const json = jsonOf({
    kind: "object",
    fields: new Map([...fields].map(([key, each]) => [key, resolved(each, declared) ?? each])),
  });
  if (!isJsonObject(json)) return [];
  const named = "name" in json || name === null ? json : { name: toolName(name), ...json };
  return toolsOfJson(named);
}

function resolved(value: ScriptValue, declared: Declared): ScriptValue;
function resolved(value: ScriptValue | undefined, declared: Declared): ScriptValue | undefined;
function resolved(value: ScriptValue | undefined, declared: Declared): ScriptValue | undefined {
  const [only, ...more] = value?.kind === "chain" ? value.links : [];
  return only !== undefined && more.length === 0 && only.args === null
    ? (declared.get(only.name) ?? value)
    : value;
}

function functionTool(
  { name, comment, place }: ScriptFunction,
  reader: TokenReader,
  { types }: ScriptSource,
): ImportedTool {
  const notes: string[] = [];
  const { description, params } = readJsDoc(comment);
  reader.goTo(place);
  const inputSchema = withDescriptions(readParams(reader, { types, notes, depth: 0 }), params);
  return toolOfSignature({ name: toolName(name), description, inputSchema, notes }, "function signature");
}

type Param = { readonly name: string | null; readonly schema: JsonObject; readonly optional: boolean };

/** One parameter that is an object is the input itself; several are its fields. */
function readParams(reader: TokenReader, context: Parameters<typeof readType>[1]): JsonObject {
  const params: Param[] = [];
  reader.takeIf("async");
  if (reader.takeIf("function") && reader.peek().kind === "name") reader.take();
  // Type parameters, such as `<T extends object>`: a type that is one of them is not known.
  if (reader.is("<")) while (!reader.takeIf(">") && reader.peek().kind !== "end") reader.take();
  if (reader.peek().kind === "name") {
    params.push({ name: reader.take().value, schema: {}, optional: false });
  } else {
    reader.expect("(");
    while (!reader.takeIf(")")) {
      params.push(readParam(reader, context));
      if (!reader.is(")")) reader.expect(",");
    }
  }
  const [only] = params;
  if (
    params.length === 1 &&
    only !== undefined &&
    (only.name === null || isJsonObject(only.schema.properties))
  ) {
    return objectOf(only.schema);
  }
  const required = params.filter(({ optional }) => !optional).map(({ name }) => name ?? "input");
  return {
    type: "object",
    properties: Object.fromEntries(params.map(({ name, schema }) => [name ?? "input", schema])),
    ...(required.length > 0 && { required }),
  };
}

function readParam(reader: TokenReader, context: Parameters<typeof readType>[1]): Param {
  const isRest = reader.takeIf("...");
  const isPattern = reader.is("{") || reader.is("[");
  const names = isPattern ? patternNames(reader) : [];
  const name = isPattern ? null : reader.take().value;
  const optional = reader.takeIf("?");
  const typed = reader.takeIf(":") ? readType(reader, context) : null;
  const fallback = reader.takeIf("=") ? jsonOf(readValue(reader)) : undefined;
  const schema = typed ?? (isPattern ? ofNames(names) : {});
  const withDefault = fallback === undefined || isPattern ? schema : { ...schema, default: fallback };
  return { name, schema: withDefault, optional: optional || isRest || fallback !== undefined };
}

function patternNames(reader: TokenReader): string[] {
  const start = reader.place();
  skipBrackets(reader);
  const end = reader.place();
  reader.goTo(start);
  reader.take();
  const names: string[] = [];
  while (reader.place() < end - 1) {
    const { kind, value } = reader.take();
    if (kind === "name" && [",", "}", "=", ":"].includes(reader.peek().value)) names.push(value);
    if (reader.is("=") || reader.is(":")) {
      while (!reader.is(",") && reader.place() < end - 1) reader.take();
    }
  }
  reader.goTo(end);
  return names;
}

function ofNames(names: readonly string[]): JsonObject {
  return { type: "object", properties: Object.fromEntries(names.map((name) => [name, {}])) };
}

/** A tool's input is an object: anything else becomes a field of one. */
function objectOf(schema: JsonObject): JsonObject {
  if (schema.type === "object") return schema;
  return { type: "object", properties: { value: schema }, required: ["value"] };
}

/** `getWeather` is `get_weather` to a model. */
function toolName(name: string | null): string {
  return plainName(
    (name ?? "my_tool")
      .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .replace(/_?(schema|tool|input|args|params)$/, "") || "my_tool",
  );
}
