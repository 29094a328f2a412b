// Does every scenario end as it says, played by a loop as simple as a loop can be?

import { describe, expect, test } from "vitest";
import { faultSchema } from "./faults/fault";
import { scenarios } from "./scenarios";
import type { Scenario } from "./scenarios/scenario";
import { scriptSchema } from "./script/script";
import { createSimulator } from "./simulator";
import { ask, bodyWith, chunksOf, eventsOf, messageFrom, type TestMessage } from "./testing/ask";
import { playgroundTools } from "./testing/tools";

const simulator = createSimulator();
const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));

type Played = { readonly statuses: readonly number[]; readonly replies: readonly TestMessage[] };

/** Repeats failed requests, gives a cut turn more room, resumes a paused one, answers every call; nothing else. */
async function play(name: string): Promise<Played> {
  const scenario = byName.get(name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
  simulator.registerScript(`test-${name}`, {
    ...scenario,
    pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 },
    ...withoutDelays(scenario),
  });
  const path = `/~test-${name}/v1/messages`;
  const messages: unknown[] = [{ role: "user", content: scenario.prompt }];
  const statuses: number[] = [];
  const replies: TestMessage[] = [];
  let maxTokens = scenario.params?.maxTokens ?? 4_000;
  while (statuses.length < 150) {
    const body = bodyWith({ ...requestFields(scenario), max_tokens: maxTokens, messages });
    const response = await ask(simulator, { path, body });
    statuses.push(response.status);
    if (response.status !== 200) continue;
    const reply: TestMessage = JSON.parse(String(response.body));
    replies.push(reply);
    if (reply.stop_reason === "max_tokens") maxTokens *= 2;
    else {
      messages.push({ role: "assistant", content: reply.content });
      if (reply.stop_reason === "tool_use")
        messages.push({ role: "user", content: reply.content.flatMap(answerTo) });
      else if (reply.stop_reason !== "pause_turn") break;
    }
  }
  return { statuses, replies };
}

function requestFields({ tools, params }: Scenario) {
  const offered = [
    ...playgroundTools.filter(({ name }) => tools.includes(name)),
    ...(params?.serverTools ?? []),
  ];
  return { tools: offered, ...(params?.thinking !== undefined && { thinking: params.thinking }) };
}

function withoutDelays({ script }: Scenario) {
  if (script === undefined) return {};
  return {
    script: { turns: script.turns.map(({ tokensPerSecond: _rate, delayMs: _delay, ...turn }) => turn) },
  };
}

function answerTo(block: TestMessage["content"][number]): readonly object[] {
  if (block.type !== "tool_use") return [];
  const isKnown =
    playgroundTools.some(({ name }) => name === block.name) && Object(block.input).fail !== true;
  return [
    {
      type: "tool_result",
      tool_use_id: block.id,
      content: isKnown ? "fine" : "That did not work",
      is_error: !isKnown,
    },
  ];
}

const callsOf = ({ replies }: Played) =>
  replies.map(({ content }) => content.filter(({ type }) => type === "tool_use").length);
const endOf = ({ replies }: Played) => replies.at(-1)?.stop_reason;

describe("every scenario", () => {
  test("has a name of its own, a title, a lesson of one sentence and tools that exist", () => {
    expect(byName.size).toBe(scenarios.length);
    const known = playgroundTools.map(({ name }) => name);
    for (const { name, title, teaches, prompt, tools } of scenarios) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect([title, prompt].every((text) => text.length > 3)).toBe(true);
      expect(teaches).toMatch(/^[A-Z].*\.$/);
      expect(tools.filter((tool) => !known.includes(tool))).toEqual([]);
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
