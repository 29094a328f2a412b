// Is what is wrong with a tool told with a reason, does one press put it right, and does the API agree?
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolDefinition } from "@/lib/protocol/tool-definition";
import { createSimulator } from "@/lib/simulator/simulator";
import { ask, bodyWith } from "@/lib/simulator/testing/ask";
import { newTool } from "../new-tool";
import type { OwnItem, ToolItem } from "../tool-item";
import { toolOfItem } from "../tool-of-item";
import { wireDefinition } from "../wire-definition";
import { lintPatterns } from "./lint-patterns";
import { lintTool } from "./lint-tool";

const good: OwnItem = {
  ...newTool("mine", [], "fixed"),
  name: "search_orders",
  description:
    "Searches the orders of a customer. Call it when somebody asks about an order. It gives at most ten orders, newest first.",
  handlers: { fixed: { content: { form: "text", text: "none for {{input.query}}" } } },
};
const other: OwnItem = {
  ...good,
  id: "other",
  name: "count_orders",
  description: "Counts. All of them. Always.",
};
const withSchema = (schema: object): Partial<OwnItem> => ({ schemaText: JSON.stringify(schema, null, 2) });
const fields = (properties: object, rest: object = {}) => withSchema({ type: "object", properties, ...rest });
const text = { type: "string", description: "Some text" };
const search: ToolItem = {
  id: "search",
  enabled: true,
  kind: "server",
  definitionText: '{"type":"tool_search_tool_bm25_20251119","name":"tool_search_tool_bm25"}',
};

function lintsOf(change: Partial<OwnItem>, set: readonly ToolItem[] = [other]) {
  const tool = { ...good, ...change };
  return [...lintTool(tool, [tool, ...set]), ...lintPatterns(tool)];
}

/** Whether the simulator, which goes by the API's own rules, takes the tools. */
async function isTaken(...items: ToolItem[]): Promise<boolean> {
  const tools = items.map((item) => {
    const made = toolOfItem(item);
    if (!made.ok || typeof made.tool === "string") throw new Error("no definition");
    return item.kind === "server" ? made.tool : wireDefinition(made.tool as ToolDefinition);
  });
  const response = await ask(createSimulator(), { body: bodyWith({ tools: tools as JsonObject[] }) });
  return response.status === 200;
}

it("finds nothing wrong with a good tool, which the API takes", async () => {
  expect(lintsOf({})).toEqual([]);
  expect(await isTaken(good, other)).toBe(true);
});

describe("what the API refuses", () => {
  const deep = {
    type: "object",
    properties: { a: { type: "array", items: { type: "object", properties: { b: text } } } },
  };
  it.each([
    ["name-pattern", { name: "search orders!" }],
    ["name-pattern", { name: "" }],
    ["name-taken", { name: "count_orders" }],
    ["schema-type", withSchema({ properties: { query: text } })],
    ["schema-combinator", withSchema({ type: "object", oneOf: [{ type: "object" }] })],
    ["property-key", fields({ "the query": text, query: text })],
    ["schema-items-list", fields({ query: { ...text, type: "array", items: [text] } })],
    [
      "schema-exclusive",
      fields({ query: { type: "number", description: "n", minimum: 1, exclusiveMinimum: true } }),
    ],
    ["schema-required-flag", fields({ query: { ...text, required: true } })],
    ["strict-open", { strict: true, ...withSchema(deep) }],
    [
      "strict-pattern",
      { strict: true, ...fields({ query: { ...text, pattern: "^(?=a)" } }, { additionalProperties: false }) },
    ],
    [
      "strict-callers",
      {
        strict: true,
        allowedCallers: ["code_execution_20250825"],
        ...fields({}, { additionalProperties: false }),
      },
    ],
    ["pattern-invalid", fields({ query: { ...text, pattern: "(" } })],
    ["deferred-cached", { deferLoading: true, cacheControl: { type: "ephemeral" } }],
  ] as [string, Partial<OwnItem>][])(
    "%s: told as an error, and one press puts it right",
    async (code, change) => {
      const tool = { ...good, ...change };
      const set = code.startsWith("deferred") ? [other, search] : [other];
      expect(await isTaken(tool, ...set)).toBe(false);
      const lint = lintsOf(change, set).find((each) => each.code === code);
      expect(lint).toMatchObject({ severity: "error", reason: expect.stringMatching(/.{20}/) });
      const fixed = lint?.fix?.apply(tool);
      if (fixed === undefined) throw new Error("there is no fix");
      expect(lintsOf(fixed, set).map((each) => each.code)).not.toContain(code);
      expect(await isTaken(fixed, ...set)).toBe(true);
    },
  );

  it.each([
    ["ref-remote", fields({ query: { $ref: "https://example.com/a.json" } })],
    ["ref-missing", fields({ query: { $ref: "#/$defs/gone" } })],
    [
      "ref-circle",
      fields(
        { query: { $ref: "#/$defs/a" } },
        { $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } },
      ),
    ],
  ] as [string, Partial<OwnItem>][])("%s", (code, change) => {
    expect(lintsOf(change).find((each) => each.code === code)?.severity).toBe("error");
  });

  it("every tool deferred", async () => {
    expect(lintsOf({ deferLoading: true }, []).map(({ code }) => code)).toContain("deferred-all");
    expect(lintsOf({ deferLoading: true }, [other]).map(({ code }) => code)).toEqual(["deferred-unfound"]);
    expect(lintsOf({ deferLoading: true }, [other, search])).toEqual([]);
    expect(await isTaken({ ...good, deferLoading: true }, other, search)).toBe(true);
  });

  it("more strict properties than a request may have, and a fifth cache breakpoint", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`option_${"abcdefghijklmnopqrstuvwxyz"[at]}`, text]),
    );
    const strict = { strict: true, ...fields(many, { additionalProperties: false }) };
    expect(lintsOf(strict).map(({ code }) => code)).toContain("strict-complex");
    expect(await isTaken({ ...good, ...strict })).toBe(false);
    const marked = ["one", "two", "three", "four"].map((name) => ({
      ...other,
      id: name,
      name,
      cacheControl: { type: "ephemeral" },
    }));
    const fifth = { cacheControl: { type: "ephemeral" } };
    expect(lintsOf(fifth, marked).map(({ code }) => code)).toContain("cache-many");
    expect(await isTaken({ ...good, ...fifth }, ...marked)).toBe(false);
  });
});

describe("what a model goes wrong with", () => {
  it.each([
    ["name-alike", { name: "countOrders" }],
    ["name-reserved", { name: "web_search" }],
    ["name-vague", { name: "my_tool_2" }],
    ["name-long", { name: "a".repeat(65) }],
    ["description-missing", { description: " " }],
    ["description-short", { description: "Searches orders. Gives ten." }],
    ["description-long", { description: "It does. ".repeat(2_000) }],
    ["description-huge", { description: "It does. ".repeat(120_000) }],
    ["description-twin", { description: other.description }],
    ["property-undescribed", fields({ query: { type: "string" } })],
    ["property-alike", fields({ query: text, userId: text, user_ids: text })],
    ["required-unknown", fields({ query: text }, { required: ["city"] })],
    ["array-items", fields({ query: text, list: { type: "array", description: "Things" } })],
    ["schema-draft", fields({ query: text }, { $schema: "http://json-schema.org/draft-07/schema#" })],
    ["schema-definitions", fields({ query: { $ref: "#/definitions/q" } }, { definitions: { q: text } })],
    ["schema-nullable", fields({ query: { ...text, nullable: true } })],
    ["ref-recursive", fields({ query: text, next: { $ref: "#" } })],
    ["caller-missing", { allowedCallers: ["code_execution_20250825"] }],
    ["template-unknown", { handlers: { fixed: { content: { form: "text", text: "{{input.city}}" } } } }],
    ["pattern-slow", fields({ query: { ...text, pattern: "^(a+)+$" } })],
  ] as [string, Partial<OwnItem>][])("%s", (code, change) => {
    const found = lintsOf(change);
    expect(found.map((lint) => lint.code)).toContain(code);
    const lint = found.find((each) => each.code === code);
    if (lint?.fix === undefined) return;
    expect(lintsOf(lint.fix.apply({ ...good, ...change })).map((each) => each.code)).not.toContain(code);
  });

  it("counts sentences, not full stops", () => {
    const description = "Gives the price, e.g. 3.50 EUR. Call it for v2.1 items. It knows nothing of stock.";
    expect(lintsOf({ description })).toEqual([]);
  });
});

it.each([
  "{",
  "[]",
  "3",
  '{"properties":{"__proto__":{"type":"string"}}}',
  '{"type":"object","properties":[]}',
])("a schema that reads %s is told about, and nothing breaks", (schemaText) => {
  expect(lintsOf({ schemaText }).length).toBeGreaterThan(0);
});
