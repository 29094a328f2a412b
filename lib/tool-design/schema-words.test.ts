// Is what fits at a place of a schema offered there, and nothing where a name of one's own goes?
import { expect, it } from "vitest";
import { schemaSuggestions } from "./schema-words";

/** Suggestions at the bar in the text. */
function at(marked: string): string[] {
  const place = marked.indexOf("|");
  return schemaSuggestions(marked.replace("|", ""), place).map(({ label }) => label);
}

it.each([
  ['{ "|" }', '"properties"'],
  ['{ "type": "object", "properties": { "city": { "d|" } } }', '"description"'],
  ['{ "type": "|" }', '"object"'],
  ['{ "properties": { "day": { "type": "string", "format": "|" } } }', '"date"'],
  ['{ "properties": { "city": {} }, "required": ["|"] }', '"city"'],
  ['{ "additionalProperties": | }', "false"],
  ['{ "properties": { "properties": { "|" } } }', '"type"'],
])("offers at %s", (text, label) => {
  expect(at(text)).toContain(label);
});

it.each(['{ "properties": { "|" } }', '{ "$defs": { "|" } }', '{ "description": "|" }'])(
  "offers nothing at %s",
  (text) => {
    expect(at(text)).toEqual([]);
  },
);

it("puts a value behind a new word, and only the word where a value stands already", () => {
  const text = (marked: string) => {
    const place = marked.indexOf("|");
    return schemaSuggestions(marked.replace("|", ""), place).find(({ label }) => label === '"items"')?.text;
  };
  expect(text('{ "i|" }')).toBe('"items": { "type": "string" }');
  expect(text('{ "i|": {} }')).toBe('"items"');
});
