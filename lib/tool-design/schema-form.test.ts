// Does the form of a schema change what it shows and leave the rest of the text alone?
import { describe, expect, it } from "vitest";
import { readJson } from "./json-text";
import {
  addProperty,
  removeProperty,
  renameProperty,
  type SchemaRow,
  schemaRows,
  setChoices,
  setItemType,
  setRequired,
  setType,
} from "./schema-form";

const text = `{ "type": "object",
  "properties": {
      "city": {"type":"string",   "enum": ["Oslo","Rome"]},
    "tags": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "integer" } } } },
    "any": { "anyOf": [{ "type": "string" }] }
  }, "required": ["city"], "x-own": 1 }`;

const row = (from: string, name: string): SchemaRow => {
  const found = schemaRows(JSON.parse(from)).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

describe("the form of a schema", () => {
  it("shows what it has words for, and leaves the rest to the JSON", () => {
    expect(schemaRows(JSON.parse(text))).toMatchObject([
      { name: "city", type: "string", required: true, choices: ["Oslo", "Rome"] },
      { name: "tags", type: "array", itemType: "object", rows: [{ name: "id", type: "integer" }] },
      { name: "any", type: null },
    ]);
  });

  it("keeps the layout of everything it does not change", () => {
    const next = setRequired(text, row(text, "tags"), true);
    expect(next).toContain('"city": {"type":"string",   "enum": ["Oslo","Rome"]}');
    expect(JSON.parse(next).required).toEqual(["city", "tags"]);
  });

  it("renames in place, in `required` too, but not to a name that is taken", () => {
    const next = JSON.parse(renameProperty(text, row(text, "city"), "town"));
    expect(Object.keys(next.properties)).toEqual(["town", "tags", "any"]);
    expect(next.required).toEqual(["town"]);
    expect(renameProperty(text, row(text, "city"), "tags")).toBe(text);
  });

  it("removes a field and its requirement", () => {
    const next = JSON.parse(removeProperty(text, row(text, "city")));
    expect(Object.keys(next.properties)).toEqual(["tags", "any"]);
    expect(next).not.toHaveProperty("required");
  });

  it("adds fields under names of their own, inside an object of a list too", () => {
    const { text: once, name } = addProperty(text, []);
    expect(name).toBe("field");
    expect(addProperty(once, []).name).toBe("field_2");
    const inner = JSON.parse(addProperty(text, row(text, "tags").objectPath ?? []).text);
    expect(Object.keys(inner.properties.tags.items.properties)).toEqual(["id", "field"]);
  });

  it("takes out what only fits another type", () => {
    const number = JSON.parse(setType(text, row(text, "city"), "number"));
    expect(number.properties.city).toEqual({ type: "number" });
    const list = JSON.parse(setType(text, row(text, "city"), "array"));
    expect(list.properties.city).toEqual({ type: "array", items: { type: "string" } });
    const plain = JSON.parse(setItemType(text, row(text, "tags"), "string"));
    expect(plain.properties.tags.items).toEqual({ type: "string" });
    expect(JSON.parse(setChoices(text, row(text, "city"), ["", " "])).properties.city).toEqual({
      type: "string",
    });
  });

  it.each(["__proto__", "constructor", "a.b", ""])("takes a field named %j for a field", (name) => {
    const odd = `{"type":"object","properties":{${JSON.stringify(name)}:{"type":"string"}}}`;
    expect(schemaRows(JSON.parse(odd)).map((each) => each.name)).toEqual([name]);
    expect(JSON.parse(setRequired(odd, row(odd, name), true)).required).toEqual([name]);
    expect(Object.prototype).not.toHaveProperty("type");
  });
});

describe("text that is no JSON", () => {
  it.each([
    ['{"a": }', 1, /value is missing/],
    ['{\n"a": 1,\n}', 3, /name in double quotes/],
    ["{\n'a': 1}", 2, /./],
    ["", 1, /value is missing/],
    ['{"a": 1 // note\n}', 1, /comment|\}/],
  ])("is told at its line: %j", (broken, line, words) => {
    expect(readJson(broken)).toMatchObject({ problem: { line, message: expect.stringMatching(words) } });
  });
});
