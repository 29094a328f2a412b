// Does every ready tool set run to its end on the simulator, and is every tool in it a good one?
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import type { ToolTrial, TrialEvent } from "@/lib/protocol/tool-trial";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { gallerySets } from "@/lib/tool-design/gallery/gallery-sets";
import { itemOfTool } from "@/lib/tool-design/item-of-tool";
import { lintTool } from "@/lib/tool-design/lint/lint-tool";
import { recordRun } from "../testing/recorded-run";
import { toolOptions } from "../testing/tool-options";
import { toolProblems } from "./check-tool";
import { tryTool } from "./try-tool";

let server: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  server = await serveSimulator(createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } }));
});
afterAll(() => server.close());

/** How many calls at least, so that a set that calls nothing is not taken for one that works. */
const fewestCalls: Readonly<Record<string, number>> = {
  "weather-and-time": 4,
  calculator: 2,
  "slow-research": 3,
  "dependent-shop": 1,
  "flaky-services": 3,
  "batch-tool": 1,
  "deferred-catalogue": 1,
  "images-and-documents": 3,
};

it("has the sets that were promised", () => {
  expect(gallerySets.map(({ name }) => name).toSorted()).toEqual(Object.keys(fewestCalls).toSorted());
});

describe.each(gallerySets.map((set) => [set.name, set] as const))("%s", (name, set) => {
  it("runs to its end", { timeout: 60_000 }, async () => {
    const { prompt, system, tools } = set;
    const { end, of } = await recordRun(server.baseURL, {
      prompt,
      ...(system !== undefined && { system }),
      tools: tools as NonNullable<RunRequestInput["tools"]>,
    });
    expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
    const called = of("tool-call-start");
    expect(called.length, called.map((call) => call.name).join()).toBeGreaterThanOrEqual(
      fewestCalls[name] ?? 1,
    );
    expect(of("tool-call-end")).toHaveLength(called.length);
  });

  it("has tools with nothing wrong and little to say about", () => {
    const items = set.tools
      .map((tool, index) => itemOfTool(tool, () => `${index}`))
      .filter((item) => item !== null);
    expect(items).toHaveLength(set.tools.length);
    for (const item of items) {
      if (item.kind !== "own") continue;
      expect(lintTool(item, items).map(({ code, message }) => `${item.name}: ${code} ${message}`)).toEqual(
        [],
      );
    }
    for (const tool of set.tools) {
      if (typeof tool === "string" || "type" in tool) continue;
      expect(toolProblems(tool, toolOptions)).toEqual([]);
    }
  });
});

describe("the code of ready tools", () => {
  const call = async (toolName: string, input: unknown) => {
    const tool = gallerySets
      .flatMap(({ tools }) => tools)
      .find((each) => typeof each !== "string" && each.name === toolName);
    const events: TrialEvent[] = [];
    const trial = { tool, input, times: 1, timeoutMs: 5_000 } as ToolTrial;
    await tryTool(trial, toolOptions, new AbortController().signal, (event) => events.push(event));
    const end = events.find(({ type }) => type === "end");
    return end?.type === "end" ? end.result : undefined;
  };

  it.each([
    ["(3 + 4) * 2^3", 56],
    ["-2 * -(1 + 2) / 4", 1.5],
    ["2^3^2", 512],
  ])("calculates %s", async (expression, value) => {
    expect(await call("calculate", { expression })).toEqual({
      content: JSON.stringify({ expression, value }),
      isError: false,
    });
  });

  it.each(["2 +", "(1", "process.exit()", "1 2"])("refuses to calculate %j", async (expression) => {
    expect(await call("calculate", { expression })).toMatchObject({ isError: true });
  });

  it("leads from a search to an order, and says what to do where stock is short", async () => {
    expect(await call("search_products", { query: "a lamp" })).toMatchObject({
      content: expect.stringContaining("p-100"),
    });
    expect(await call("place_order", { product_id: "p-100", quantity: 2 })).toMatchObject({
      content: expect.stringContaining("79.8"),
    });
    expect(await call("place_order", { product_id: "p-200" })).toMatchObject({
      isError: true,
      content: expect.stringContaining("Only 0 in stock"),
    });
  });

  it("runs a batch, and one bad call harms no other", async () => {
    const calls = [
      { tool: "population", input: { city: "Oslo" } },
      { tool: "population", input: {} },
    ];
    const result = await call("batch", { calls });
    expect(result?.content).toContain("720000");
    expect(result?.content).toContain("unknown city");
  });
});
