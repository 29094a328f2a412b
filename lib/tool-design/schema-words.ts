// Which words of JSON Schema may be typed at a place of a schema?
import { getLocation } from "jsonc-parser";
import { schemaRows, schemaTypes } from "./schema-form";

export type Suggestion = { readonly label: string; readonly detail: string; readonly text: string };

/** The words of JSON Schema 2020-12 that are of use in a tool's schema, with what is put in. */
const words: readonly (readonly [word: string, detail: string, value: string])[] = [
  ["type", "what kind of value it is", '"string"'],
  ["description", "what the model reads about it", '""'],
  ["properties", "the fields of an object", "{}"],
  ["required", "the fields that must be there", "[]"],
  ["additionalProperties", "whether other fields may be there", "false"],
  ["items", "what the items of an array are", '{ "type": "string" }'],
  ["enum", "the values there are", "[]"],
  ["const", "the one value there is", '""'],
  ["default", "what holds where it is left out", '""'],
  ["examples", "values as they may look", "[]"],
  ["format", "date, date-time, email, uri, uuid, ...", '"date"'],
  ["pattern", "a regular expression the text fits", '"^$"'],
  ["minimum", "the least number", "0"],
  ["maximum", "the greatest number", "100"],
  ["exclusiveMinimum", "a number it must be above", "0"],
  ["exclusiveMaximum", "a number it must be below", "100"],
  ["multipleOf", "a number it is a multiple of", "1"],
  ["minLength", "the fewest characters", "1"],
  ["maxLength", "the most characters", "100"],
  ["minItems", "the fewest items", "1"],
  ["maxItems", "the most items", "10"],
  ["uniqueItems", "no item twice", "true"],
  ["anyOf", "fits one of these or more", "[]"],
  ["oneOf", "fits exactly one of these", "[]"],
  ["allOf", "fits all of these", "[]"],
  ["not", "must not fit this", "{}"],
  ["$ref", "the same as what stands in $defs", '"#/$defs/"'],
  ["$defs", "parts to refer to", "{}"],
  ["title", "a short name", '""'],
];

const formats = [
  "date",
  "time",
  "date-time",
  "duration",
  "email",
  "uri",
  "uuid",
  "ipv4",
  "ipv6",
  "hostname",
  "regex",
];

/** Under these, keys are names of somebody's own. */
const named = new Set([
  "properties",
  "$defs",
  "definitions",
  "patternProperties",
  "dependentRequired",
  "dependentSchemas",
]);

/** @returns what fits at this place of the schema's text; nothing where a name of one's own goes */
export function schemaSuggestions(text: string, at: number): Suggestion[] {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, at);
  if (isAtPropertyKey) {
    const holder = path.at(-2);
    if (typeof holder === "string" && named.has(holder) && !named.has(String(path.at(-3)))) return [];
    const whole = previousNode === undefined || text[at + 1] !== ":";
    return words.map(([word, detail, value]) => ({
      label: `"${word}"`,
      detail,
      text: keyText(word, value, text, at, whole),
    }));
  }
  const key = path.findLast((each) => typeof each === "string");
  if (key === "type") return [...schemaTypes, "null"].map((type) => suggested(type, "a type"));
  if (key === "format") return formats.map((format) => suggested(format, "a format"));
  if (key === "additionalProperties") {
    return ["false", "true"].map((value) => ({ label: value, detail: "", text: value }));
  }
  if (key === "required") return requiredNames(text).map((name) => suggested(name, "a field of the schema"));
  return [];
}

function suggested(value: string, detail: string): Suggestion {
  return { label: `"${value}"`, detail, text: `"${value}"` };
}

/** Where a colon stands already, only the name is put in. */
function keyText(word: string, value: string, text: string, at: number, whole: boolean): string {
  const rest = text.slice(at);
  return /^[\w$]*"?\s*:/.test(rest) || !whole ? `"${word}"` : `"${word}": ${value}`;
}

function requiredNames(text: string): string[] {
  try {
    return schemaRows(JSON.parse(text)).map(({ name }) => name);
  } catch {
    // While the text is no JSON, its fields are told apart by their form.
    return [...text.matchAll(/"([\w.-]+)"\s*:\s*\{/g)]
      .map(([, name]) => name ?? "")
      .filter((name) => !named.has(name));
  }
}
