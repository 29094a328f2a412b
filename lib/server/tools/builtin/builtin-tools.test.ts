import { describe, expect, it } from "vitest";
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import type { ToolResult } from "@/lib/protocol/tool-result";
import { toolOptions } from "../../testing/tool-options";
import { createTools } from "../create-tools";
import { builtinDefinitions } from "./builtin-tools";

async function call(name: string, input: object, signal = new AbortController().signal): Promise<ToolResult> {
  const tool = createTools(undefined, toolOptions).tools.find((each) => each.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  return tool.run(input, { toolCallId: "toolu_1", signal, log: () => undefined });
}

async function answer(name: string, input: object): Promise<Record<string, unknown>> {
  const { content, isError } = await call(name, input);
  if (isError || typeof content !== "string") throw new Error(`${name} failed: ${JSON.stringify(content)}`);
  return JSON.parse(content);
}

describe("the built-in tools", () => {
  it("are described well enough to choose from, each field too", () => {
    const definitions = builtinDefinitions();
    expect(definitions.map((definition) => definition.name)).toEqual([...builtinToolNames]);
    for (const { description, inputSchema } of definitions) {
      expect(description.match(/[.;](\s|$)/g)?.length).toBeGreaterThanOrEqual(3);
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(inputSchema).not.toHaveProperty("$schema");
      const fields = Object.values(Object(inputSchema.properties));
      expect(fields.every((field) => typeof Object(field).description === "string")).toBe(true);
    }
  });
});

describe("get_weather", () => {
  it("answers the same for every way to write a city, in either unit", async () => {
    const [paris, again, warm] = await Promise.all([
      answer("get_weather", { location: "Paris" }),
      answer("get_weather", { location: " paris, france" }),
      answer("get_weather", { location: "PARIS", unit: "fahrenheit" }),
    ]);
    expect(paris).toEqual({
      location: "Paris, France",
      temperature: 13,
      unit: "celsius",
      conditions: "Partly cloudy",
      humidity: 73,
      wind_kph: 13,
    });
    expect(again).toEqual(paris);
    expect(warm).toMatchObject({ temperature: 55, unit: "fahrenheit" });
  });

  it("makes up plausible values for other places, always the same, and does not mix up namesakes", async () => {
    const [once, twice, texas] = await Promise.all([
      answer("get_weather", { location: "Wagga Wagga" }),
      answer("get_weather", { location: "wagga wagga" }),
      answer("get_weather", { location: "Paris, Texas" }),
    ]);
    expect({ ...once, location: "" }).toEqual({ ...twice, location: "" });
    expect(once.temperature).toBeGreaterThanOrEqual(4);
    expect(once.temperature).toBeLessThanOrEqual(27);
    expect(texas.location).toBe("Paris, Texas");
  });

  it("takes as long as a service would and stops when the run does", async () => {
    const started = performance.now();
    await answer("get_weather", { location: "New York" });
    expect(performance.now() - started).toBeGreaterThan(290);
    const run = new AbortController();
    setTimeout(() => run.abort(), 20);
    expect((await call("get_weather", { location: "New York" }, run.signal)).isError).toBe(true);
  });

  it("refuses what is no place", async () => {
    expect((await call("get_weather", { location: "?!" })).content).toContain("is not a place");
  });
});

describe("calculate_sum", () => {
  it("answers as JSON with sum and count", async () => {
    expect(await answer("calculate_sum", { numbers: [15, 27] })).toEqual({ sum: 42, count: 2 });
    expect(await answer("calculate_sum", { numbers: [0.1, 0.2] })).toEqual({ sum: 0.3, count: 2 });
    expect(await answer("calculate_sum", { numbers: [] })).toEqual({ sum: 0, count: 0 });
  });
});

describe("get_stock_price", () => {
  it("is the same for a symbol however it is written, in the currency of its exchange", async () => {
    const [price, again, london] = await Promise.all(
      ["AAPL", " $aapl", "VOD.L"].map((symbol) => answer("get_stock_price", { symbol })),
    );
    expect(price).toEqual(again);
    expect(price).toMatchObject({ symbol: "AAPL", currency: "USD", as_of: "2026-11-20" });
    expect(price?.price).toBeGreaterThan(0);
    expect(london).toMatchObject({ currency: "GBP" });
  });

  it.each(["Apple Inc", "TOOLONG", "12", "A.BCD", "."])(
    "refuses %s and says what a symbol looks like",
    async (symbol) => {
      const result = await call("get_stock_price", { symbol });
      expect(result.isError).toBe(true);
      expect(result.content).toContain('such as "AAPL"');
    },
  );
});

describe("wait", () => {
  it("waits side by side: 16 calls of 50 ms take little longer than one", async () => {
    await call("wait", { seconds: 0 });
    const started = performance.now();
    const calls = Array.from({ length: 16 }, (_, index) =>
      call("wait", { seconds: 0.05, label: `w${index}` }),
    );
    const results = await Promise.all(calls);
    const elapsed = performance.now() - started;
    expect(results[15]).toEqual({ content: '{"waited_seconds":0.05,"label":"w15"}', isError: false });
    expect(elapsed).toBeGreaterThanOrEqual(49);
    expect(elapsed).toBeLessThan(400);
  });

  it("fails after the wait where asked", async () => {
    expect(await call("wait", { seconds: 0.01, fail: true, label: "x" })).toEqual({
      content: "Error: the wait (x) failed after 0.01 s, as it was told to.",
      isError: true,
    });
  });

  it("refuses more than a minute", async () => {
    expect((await call("wait", { seconds: 61 })).content).toContain('"seconds" must be <= 60, not 61');
  });
});

describe("read_document", () => {
  it.each(["travel_policy", "product_faq", "service_handbook"])(
    "returns %s as a document with a title",
    async (name) => {
      const { content } = await call("read_document", { name });
      expect(content).toEqual([
        {
          type: "document",
          source: { type: "text", media_type: "text/plain", data: expect.any(String) },
          title: expect.any(String),
          context: expect.any(String),
        },
      ]);
      const words = JSON.stringify(content).split(/\s+/).length;
      expect(words).toBeGreaterThan(150);
      expect(words).toBeLessThan(320);
    },
  );
});
