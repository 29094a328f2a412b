import { describe, expect, it } from "vitest";
import { compileInputCheck } from "./input-check";

const weather = {
  type: "object",
  properties: {
    location: { type: "string" },
    unit: { enum: ["celsius", "fahrenheit"] },
    days: { type: "array", items: { type: "integer", minimum: 1 } },
  },
  required: ["location"],
  additionalProperties: false,
};

function problem(schema: Record<string, unknown>, input: unknown, examples?: Record<string, unknown>[]) {
  return compileInputCheck("get_weather", schema, examples)(input);
}

describe("an input that does not fit", () => {
  it("is answered with the missing field, what was given, and a call that works", () => {
    expect(problem(weather, {})).toBe(
      'Input does not fit the schema of get_weather: "location" is required (got {}). ' +
        'Call it again with {"location":"..."}.',
    );
  });

  it("names each field, what it must be and what it is, however deep", () => {
    const text = problem(weather, { location: 3, unit: "kelvin", days: [1, 0.5] });
    expect(text).toContain('"location" must be a string, not 3');
    expect(text).toContain('"unit" must be one of "celsius", "fahrenheit", not "kelvin"');
    expect(text).toContain('"days.1" must be an integer, not 0.5');
  });

  it("guesses the field meant by a misspelt one and keeps the values that were right", () => {
    const text = problem(weather, { location: "Paris", units: "celsius" });
    expect(text).toContain('"units" is not one of its fields (did you mean "unit"?)');
    expect(text).toContain('Call it again with {"location":"Paris"}.');
  });

  it("offers the tool's own example first", () => {
    expect(problem(weather, {}, [{ location: "Rome" }])).toContain('Call it again with {"location":"Rome"}.');
  });

  it("offers no example that would fail again", () => {
    const schema = { properties: { code: { type: "string", pattern: "^[0-9]{4}$" } }, required: ["code"] };
    expect(problem({ type: "object", ...schema }, {})).toMatch(/Correct it and call again\.$/);
  });

  it("may be no object at all, whatever the schema says of objects", () => {
    expect(problem(weather, "Paris")).toContain("the input must be an object");
    expect(problem({}, ["Paris"])).toContain("must be a JSON object");
    expect(problem({}, undefined)).toContain("must be a JSON object");
  });

  it("is quoted in part only where it is long, with the first of many problems", () => {
    const input = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`field${index}`, index]));
    const text = problem(weather, input) ?? "";
    expect(text).toContain("and 896 more");
    expect(text.length).toBeLessThan(2_000);
  });
});

describe("an input that fits", () => {
  it("is let through, also with a format it does not follow: formats describe", () => {
    expect(problem(weather, { location: "Paris", days: [1, 2] })).toBeNull();
    expect(problem({ properties: { at: { type: "string", format: "date" } } }, { at: "soon" })).toBeNull();
  });

  it("is judged by the words of 2020-12, or of draft-07 where the schema says so", () => {
    const pair = { type: "array", items: false };
    const newer = { properties: { pair: { ...pair, prefixItems: [{ type: "number" }] } } };
    expect(problem(newer, { pair: [1] })).toBeNull();
    expect(problem(newer, { pair: [1, 2] })).not.toBeNull();
    const older = { $schema: "http://json-schema.org/draft-07/schema#", properties: { a: { const: 1 } } };
    expect(problem(older, { a: 1 })).toBeNull();
    expect(problem(older, { a: 2 })).toContain('"a" must be 1, not 2');
  });
});

describe("a schema", () => {
  it.each([
    ["an unknown type", { type: "thing" }, /type/],
    ["a reference to another document", { $ref: "https://example.com/s.json" }, /can't resolve reference/],
    ["a broken pattern", { properties: { a: { pattern: "(" } } }, /Invalid regular expression/],
    ["another dialect", { $schema: "http://json-schema.org/draft-04/schema#" }, /leave \$schema out/],
    ["an $id that is no text", { $id: 3 }, /\$id must be a string/],
  ])("with %s is refused", (_, schema, message) => {
    expect(() => compileInputCheck("t", schema)).toThrow(message);
  });

  it("may share its $id with another tool's", () => {
    const compile = compileInputCheck;
    const schema = (type: string) => ({ $id: "https://example.com/input", properties: { a: { type } } });
    expect(compile("one", schema("string"))({ a: "x" })).toBeNull();
    expect(compile("two", schema("number"))({ a: "x" })).not.toBeNull();
  });

  it("nested beyond reason is refused, not fatal", () => {
    let schema: Record<string, unknown> = {};
    for (let depth = 0; depth < 5_000; depth += 1) schema = { properties: { a: schema } };
    expect(() => compileInputCheck("t", schema)).toThrow(/call stack/);
  });
});

describe("a schema that means harm", () => {
  it("with a catastrophic pattern holds the server up for a moment only, and says whose fault it is", () => {
    const check = compileInputCheck("t", { properties: { a: { type: "string", pattern: "^(a+)+$" } } });
    const started = performance.now();
    expect(check({ a: `${"a".repeat(40)}!` })).toContain("takes exponential time");
    expect(performance.now() - started).toBeLessThan(200);
    expect(check({ a: "aaa" })).toBeNull();
  });

  it("that leads to itself without end is refused, or told as such where it is only met on the way", () => {
    const circle = { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } };
    expect(() => compileInputCheck("t", { $ref: "#/$defs/a", $defs: circle })).toThrow("without end");
    expect(problem({ $ref: "#" }, {})).toContain("refers to itself without end");
  });

  it("that refers to itself sensibly is checked", () => {
    const tree = { type: "object", properties: { next: { $ref: "#" }, name: { type: "string" } } };
    expect(compileInputCheck("t", tree)({ next: { next: { name: 3 } } })).toContain(
      '"next.next.name" must be a string',
    );
  });
});
