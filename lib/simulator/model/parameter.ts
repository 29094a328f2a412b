// What kind of value does a tool's parameter want, going by its name, its description and its schema?

import type { CustomTool } from "../api/messages-request";
import { isJsonObject, type JsonObject, ownField } from "../json/canonical-json";
import { humanWords } from "./words";

export type ParameterKind =
  | "choice"
  | "choices"
  | "numbers"
  | "number"
  | "boolean"
  | "list"
  | "object"
  | "time-zone"
  | "email"
  | "currency"
  | "date"
  | "clock-time"
  | "ticker"
  | "place"
  | "url"
  | "expression"
  | "query"
  | "title"
  | "text"
  | "identifier"
  | "other";

export type Parameter = {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly schema: JsonObject;
  readonly required: boolean;
  /** For a list: what its items are. */
  readonly itemKind?: ParameterKind;
};

export function parametersOf(tool: CustomTool): readonly Parameter[] {
  return parametersOfSchema(tool.input_schema, `${tool.name} ${tool.description ?? ""}`);
}

/** @param about the words of the tool, which tell a `to` of flights from a `to` of mails */
export function parametersOfSchema(root: JsonObject, about: string): readonly Parameter[] {
  const properties = ownField(root, "properties");
  const required = Array.isArray(root.required) ? root.required : [];
  if (!isJsonObject(properties)) return [];
  return Object.keys(properties).flatMap((name) => {
    const schema = resolved(properties[name], root);
    if (schema === undefined) return [];
    const items = resolved(ownField(schema, "items"), root);
    const kind = kindOf(name, schema, items, about);
    const itemKind = items === undefined ? undefined : kindOf(name, items, undefined, about);
    return [
      { name, kind, schema, required: required.includes(name), ...(itemKind !== undefined && { itemKind }) },
    ];
  });
}

/** Follows one reference within the schema and takes the first alternative that is not null. */
function resolved(schema: unknown, root: JsonObject): JsonObject | undefined {
  if (!isJsonObject(schema)) return undefined;
  const reference = ownField(schema, "$ref");
  if (typeof reference === "string") {
    const target = reference.startsWith("#/")
      ? reference.slice(2).split("/").reduce<unknown>(step, root)
      : undefined;
    return isJsonObject(target) ? target : {};
  }
  const alternatives = ownField(schema, "anyOf") ?? ownField(schema, "oneOf");
  if (!Array.isArray(alternatives)) return schema;
  const first = alternatives.filter(isJsonObject).find((alternative) => alternative.type !== "null");
  return first === undefined ? schema : { ...first, description: schema.description ?? first.description };
}

function step(value: unknown, key: string): unknown {
  return isJsonObject(value) ? ownField(value, key) : undefined;
}

export function typeOf(schema: JsonObject): string | undefined {
  const { type } = schema;
  if (Array.isArray(type))
    return type.find((name): name is string => typeof name === "string" && name !== "null");
  return typeof type === "string" ? type : undefined;
}

function kindOf(
  name: string,
  schema: JsonObject,
  items: JsonObject | undefined,
  about: string,
): ParameterKind {
  if (Array.isArray(schema.enum) || Object.hasOwn(schema, "const")) return "choice";
  switch (typeOf(schema)) {
    case "array": {
      const itemType = items === undefined ? undefined : typeOf(items);
      if (itemType === "number" || itemType === "integer") return "numbers";
      return Array.isArray(items?.enum) ? "choices" : "list";
    }
    case "boolean":
      return "boolean";
    case "number":
    case "integer":
      return "number";
    case "object":
      return "object";
    default:
      return stringKind(name, schema, about);
  }
}

const formats: Readonly<Record<string, ParameterKind>> = {
  email: "email",
  uri: "url",
  url: "url",
  date: "date",
  "date-time": "date",
  time: "clock-time",
};

type KindTest = readonly [kind: ParameterKind, name: RegExp, about?: RegExp];

/** Tried in order; the third pattern is what the tool must be about for the name to mean this. */
const byName: readonly KindTest[] = [
  ["time-zone", /time ?zone|^tz$/],
  ["email", /\be ?mail\b|recipient/],
  ["email", /^(?:to|cc|bcc|address)$/, /\be?-?mail/i],
  ["currency", /currenc/],
  ["currency", /^(?:from|to|base|target|source|quote)\b/, /currenc|exchange rate|forex/i],
  ["date", /\bdate\b|\bday\b|^when$|deadline|^due|departure(?! (?:city|airport))|check ?(?:in|out)/],
  ["clock-time", /\btime\b/],
  ["ticker", /symbol|ticker/],
  [
    "place",
    /location|\bcity\b|place|\btown\b|country|region|destination|origin|airport|^where$|\baddress\b|neighbou?rhood/,
  ],
  [
    "place",
    /^(?:from|to|start|end)\b/,
    /flight|train|route|travel|trip|bus|distance|direction|ship|ferry|drive/i,
  ],
  ["url", /\burl\b|\blink\b|website|\buri\b/],
  ["expression", /expression|formula|equation/],
  ["query", /query|search|^q$|keywords?|question|^term|topic/],
  ["title", /subject|title|headline|\blabel\b|\bname\b|summary/],
  ["text", /body|message|content|text|note|description|comment|reason|prompt/],
  ["identifier", /\bid\b|identifier|\bcode\b|\bnumber\b|reference|\bsku\b|username|\bkey\b/],
];

function stringKind(name: string, schema: JsonObject, about: string): ParameterKind {
  const { format, description } = schema;
  if (typeof format === "string" && Object.hasOwn(formats, format)) return formats[format] ?? "other";
  const words = humanWords(name);
  const named = byName.find(([, pattern, subject]) => pattern.test(words) && (subject?.test(about) ?? true));
  if (named !== undefined) return named[0];
  const told = typeof description === "string" ? description : "";
  if (/\b(?:city|town|place|country|airport)\b/i.test(told)) return "place";
  if (/ticker/i.test(told)) return "ticker";
  if (/\be-?mail address/i.test(told)) return "email";
  if (/YYYY-MM-DD|ISO 8601|\bdate\b/i.test(told)) return "date";
  return "other";
}
