import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { firstValue, schemaControl } from "./schema-control";

const kindOf = (schema: JsonObject, root = schema) => schemaControl(schema, root).kind;

describe("the control for a schema", () => {
  it.each<[string, JsonObject]>([
    ["text", { type: "string" }],
    ["number", { type: "integer", minimum: 1 }],
    ["flag", { type: "boolean" }],
    ["choice", { enum: ["a", "b", 3] }],
    ["choice", { const: "a" }],
    ["list", { type: "array", items: { type: "string" } }],
    ["group", { type: "object", properties: { a: {} } }],
    ["group", { properties: { a: {} } }],
    ["text", { type: ["string", "null"] }],
    ["text", { anyOf: [{ type: "string" }, { type: "null" }] }],
    ["json", {}],
    ["json", { type: "object" }],
    ["json", { type: ["string", "number"] }],
    ["json", { enum: [{ a: 1 }] }],
    ["json", { type: "array" }],
    ["json", { oneOf: [{ type: "string" }, { type: "number" }] }],
  ])("is %s for %j", (kind, schema) => {
    expect(kindOf(schema)).toBe(kind);
  });

  it("follows references into the same document only", () => {
    const root = { $defs: { size: { type: "integer", maximum: 3 } } };
    expect(schemaControl({ $ref: "#/$defs/size" }, root)).toMatchObject({ kind: "number", maximum: 3 });
    expect(kindOf({ $ref: "https://example.com/schema.json" }, root)).toBe("json");
    expect(kindOf({ $ref: "#/$defs/absent" }, root)).toBe("json");
  });

  it("ends in a schema that refers to itself", () => {
    const loop = { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } };
    expect(kindOf(loop)).toBe("json");
    const tree = { $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } } } };
    expect(firstValue({ $ref: "#/$defs/node" }, tree)).toEqual({});
  });
});

describe("the first value of a form", () => {
  it("holds the defaults, and a choice for every switch that must be set", () => {
    const schema = {
      type: "object",
      properties: {
        city: { type: "string", default: "Paris" },
        sure: { type: "boolean" },
        kind: { const: "trip" },
        note: { type: "string" },
        inner: { type: "object", properties: { days: { type: "integer", default: 2 } } },
        empty: { type: "object", properties: { a: { type: "string" } } },
      },
      required: ["sure"],
    };
    expect(firstValue(schema, schema)).toEqual({
      city: "Paris",
      sure: false,
      kind: "trip",
      inner: { days: 2 },
    });
  });
});
