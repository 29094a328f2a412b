// Does every scenario end as it says, played by a loop as simple as a loop can be?

import { describe, expect, test } from "vitest";
import { faultSchema } from "./faults/fault";
import { scenarios } from "./scenarios";
import { scriptSchema } from "./script/script";
import { createSimulator } from "./simulator";
import { ask, bodyWith, chunksOf, eventsOf, messageFrom } from "./testing/ask";
import { fieldsOf, type Played, play as playOn, scenarioNamed } from "./testing/play-scenario";
import { playgroundTools } from "./testing/tools";

const simulator = createSimulator();
const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
const play = (name: string) => playOn(simulator, scenarioNamed(name));

const callsOf = ({ replies }: Played) =>
  replies.map(({ content }) => content.filter(({ type }) => type === "tool_use").length);
const endOf = ({ replies }: Played) => replies.at(-1)?.stop_reason;

describe("every scenario", () => {
  test("is one of more than twenty", () => {
    expect(scenarios.length).toBeGreaterThan(20);
  });

  test("has a name of its own, a title, a lesson of one sentence and tools that exist", () => {
    expect(byName.size).toBe(scenarios.length);
    const known = playgroundTools.map(({ name }) => name);
    for (const { name, title, teaches, prompt, tools } of scenarios) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect([title, prompt].every((text) => text.length > 3)).toBe(true);
      expect(teaches).toMatch(/^[A-Z].*\.$/);
      expect(tools.filter((tool) => typeof tool === "string" && !known.includes(tool))).toEqual([]);
    }
  });

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s is well formed",
    (_, { script, faults = [] }) => {
      expect(() => faults.map((fault) => faultSchema.parse(fault))).not.toThrow();
      if (script !== undefined) expect(scriptSchema.parse(script)).toEqual(script);
    },
  );

  test.each([...byName.keys()].filter((name) => !["refusal", "cut-in-tool-json"].includes(name)))(
    "%s ends its turn",
    async (name) => {
      expect(endOf(await play(name))).toBe("end_turn");
    },
  );
});

describe("the scenario", () => {
  test.each([
    ["four-parallel-calls", [4, 0]],
    ["weather-and-sum", [2, 0]],
    ["parallel-then-dependent", [2, 1, 1, 0]],
    ["slow-and-fast", [4, 0]],
    ["sixteen-call-batch", [16, 0]],
    ["failing-tool", [2, 1, 0]],
    ["unknown-tool", [1, 1, 0]],
    ["max-tokens-in-tool-call", [1, 1, 0]],
    ["pause-turn", [0, 0]],
    ["image-and-document", [2, 0]],
    ["thinking-with-tools", [3, 0]],
    ["strict-schema", [1, 0]],
    ["deferred-tool", [1, 0]],
    ["granted-tool", [1, 1, 0]],
    ["container-kept", [3, 0]],
    ["person-in-the-loop", [2, 1, 0]],
    ["granted-tool-forgotten", [1, 1, 0]],
    ["container-dropped", [3, 0]],
    ["default-headers-dropped", [2, 0]],
    ["empty-result", [1, 0]],
    ["empty-final-reply", [1, 0]],
    ["stalled-stream", [2, 0]],
    ["unknown-kinds", [0]],
  ])("%s makes its calls turn by turn", async (name, calls) => {
    expect(callsOf(await play(name))).toEqual(calls);
  });

  test("max-tokens-in-tool-call cuts the call's input, and gives it whole when there is room", async () => {
    const { replies } = await play("max-tokens-in-tool-call");
    expect(replies.map(({ stop_reason }) => stop_reason)).toEqual(["max_tokens", "tool_use", "end_turn"]);
    const inputs = replies.slice(0, 2).map(({ content }) => Object(content.at(-1)?.input));
    expect(inputs[0].values).toBeUndefined();
    expect(inputs[1].values).toHaveLength(12);
  });

  test.each([
    ["overloaded-once", [529, 200, 200]],
    ["rate-limited", [429, 200, 200]],
  ])("%s fails once and no more", async (name, statuses) => {
    expect((await play(name)).statuses).toEqual(statuses);
  });

  test("refusal stops with its own reason and details", async () => {
    const { replies } = await play("refusal");
    expect(replies.at(-1)).toMatchObject({ stop_reason: "refusal", stop_details: { type: "refusal" } });
  });

  test("cut-in-tool-json is cut every time, in the middle of a call's input", async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const body = bodyWith({ tools: playgroundTools, stream: true });
      const response = await ask(simulator, { path: "/~cut-in-tool-json/v1/messages", body });
      const last = eventsOf((await chunksOf(response)).join("")).at(-1);
      expect(Object(last?.delta).type).toBe("input_json_delta");
    }
  });

  test("stalled-stream waits in the middle of a call, and then gives the rest", async () => {
    await play("stalled-stream");
    const body = bodyWith({ ...fieldsOf(scenarioNamed("stalled-stream")), stream: true });
    const response = await ask(simulator, { path: "/~test-stalled-stream/v1/messages", body });
    const chunks = await chunksOf(response);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Object(eventsOf(chunks[0] ?? "").at(-1)?.delta).type).toBe("input_json_delta");
    expect(eventsOf(chunks.join("")).at(-1)?.type).toBe("message_stop");
  });

  test("strict-schema gives an input of exactly the schema's properties", async () => {
    const { bodies, replies } = await play("strict-schema");
    expect(bodies[0]?.tools).toMatchObject([{ strict: true, input_schema: { additionalProperties: false } }]);
    expect(replies[0]?.content[0]?.input).toEqual({ date: "2027-06-12", party_size: 4, area: "garden" });
  });

  test("empty-result and empty-final-reply are empty where they say", async () => {
    expect((await play("empty-result")).bodies[1]?.messages).toMatchObject([
      {},
      {},
      { content: [{ type: "tool_result", content: "" }] },
    ]);
    expect((await play("empty-final-reply")).replies.at(-1)).toMatchObject({
      content: [],
      stop_reason: "end_turn",
    });
  });

  test("unknown-kinds brings a block and an event that no client knows, and closes well", async () => {
    await play("unknown-kinds");
    const body = bodyWith({ stream: true });
    const response = await ask(simulator, { path: "/~test-unknown-kinds/v1/messages", body });
    const events = eventsOf((await chunksOf(response)).join(""));
    expect(events.map(({ content_block }) => Object(content_block).type)).toContain("hologram");
    expect(events.map(({ type }) => type)).toContain("weather_report");
    expect(events.at(-1)?.type).toBe("message_stop");
  });

  test.each(["deferred-tool", "granted-tool"])(
    "%s is refused once the found tool's definition is gone",
    async (name) => {
      const { bodies } = await play(name);
      const last = bodies.at(-1);
      const tools = Array.isArray(last?.tools) ? last.tools : [];
      const body = { ...last, tools: tools.filter((tool) => Object(tool).name !== "get_exchange_rate") };
      const response = await ask(simulator, { path: `/~test-${name}/v1/messages`, body });
      expect([response.status, String(response.body)]).toEqual([
        400,
        expect.stringContaining("Tool reference 'get_exchange_rate' not found in available tools"),
      ]);
    },
  );

  test("container-kept is refused without its container", async () => {
    const { bodies } = await play("container-kept");
    const { container, ...body } = bodies[1] ?? {};
    expect(container).toBe("container_01QuarterlySales");
    const response = await ask(simulator, { path: "/~test-container-kept/v1/messages", body });
    expect([response.status, String(response.body)]).toEqual([
      400,
      expect.stringContaining("container_id is required"),
    ]);
  });

  test("hundred-turns takes a hundred", async () => {
    expect((await play("hundred-turns")).replies).toHaveLength(100);
  });

  test("long-answer is long", async () => {
    const message = await messageFrom(simulator, {
      path: "/~test-long-answer/v1/messages",
      body: bodyWith({ messages: [{ role: "user", content: "Explain" }] }),
    });
    expect(message.usage.output_tokens).toBeGreaterThan(350);
  });
});
