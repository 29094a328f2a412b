// Does a real client notice that it does not talk to the real API?

import Anthropic from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "./json/canonical-json";
import { createSimulator } from "./simulator";
import { serveSimulator } from "./testing/simulator-server";
import { playgroundTools } from "./testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
let server: Awaited<ReturnType<typeof serveSimulator>>;

beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

const fourThings = "What's the weather in San Francisco and New York, and what time is it in each?";

function clientFor(path = ""): Anthropic {
  return new Anthropic({ apiKey: "sk-test", baseURL: server.baseURL + path, maxRetries: 0 });
}

function paramsFor(prompt: string) {
  return {
    model: "claude-opus-5",
    max_tokens: 2_000,
    messages: [{ role: "user" as const, content: prompt }],
    tools: playgroundTools,
  };
}

function runnableTools() {
  return [
    betaTool({
      name: "get_weather",
      description: "Get the current weather in a given location",
      inputSchema: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
      run: ({ location }) =>
        JSON.stringify({ location, temperature: 18, unit: "celsius", conditions: "foggy" }),
    }),
    betaTool({
      name: "get_time",
      description: "Get the current time at a place",
      inputSchema: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
      run: ({ location }) => JSON.stringify({ location, time: "09:41" }),
    }),
  ];
}

describe("the newest SDK", () => {
  test("create gets four tool calls in one reply", async () => {
    const message = await clientFor().messages.create(paramsFor(fourThings));
    expect(message.stop_reason).toBe("tool_use");
    expect(message.content.map((block) => block.type)).toEqual([
      "text",
      "tool_use",
      "tool_use",
      "tool_use",
      "tool_use",
    ]);
    expect(message._request_id).toMatch(/^req_/);
  });

  test.each([
    ["text", "", "Tell me a joke"],
    ["four tool calls", "", fourThings],
    ["thinking", "/~thinking-with-tools", "What's the weather in Rome?"],
    ["a server tool", "/~pause-turn", "Search"],
    ["a call cut by max_tokens", "/~max-tokens-in-tool-call", "Draw it"],
    ["a refusal", "/~refusal", "Do it"],
  ])("a streamed reply with %s equals the one that is not streamed", async (_, path, prompt) => {
    const client = clientFor(path);
    const params = {
      ...paramsFor(prompt),
      max_tokens: path.includes("max-tokens") ? 64 : 2_000,
      thinking: { type: "adaptive" as const, display: "summarized" as const },
    };
    const whole = await client.messages.create(params);
    const streamed = await client.messages.stream(params).finalMessage();
    expect(plain(streamed)).toBe(plain(whole));
  });

  test("the tool runner without threads runs the loop to its end", async () => {
    const final = await clientFor().beta.messages.toolRunner({
      ...paramsFor(fourThings),
      tools: runnableTools(),
      thread: false,
    });
    expect(final.stop_reason).toBe("end_turn");
    expect(textOf(final)).toContain("18 °C");
    expect(textOf(final)).toContain("09:41");
  });

  test("the tool runner runs the loop to its end over a thread", async () => {
    const turns: string[] = [];
    for await (const message of clientFor().beta.messages.toolRunner({
      ...paramsFor(fourThings),
      tools: runnableTools(),
    })) {
      turns.push(message.stop_reason ?? "");
    }
    expect(turns).toEqual(["tool_use", "end_turn"]);
  });

  test("the streaming tool runner runs the loop to its end", async () => {
    const runner = clientFor().beta.messages.toolRunner({
      ...paramsFor(fourThings),
      tools: runnableTools(),
      stream: true,
      thread: false,
    });
    expect((await runner).stop_reason).toBe("end_turn");
  });

  test("errors arrive as the SDK's own classes with their request id", async () => {
    const refused = new Anthropic({ apiKey: "sk-invalid-1", baseURL: server.baseURL, maxRetries: 0 });
    const error = await refused.messages.create(paramsFor("Hello")).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Anthropic.AuthenticationError);
    expect(String(error)).toContain("Invalid bearer token");
    await expect(
      clientFor("/~rate-limited").messages.create(paramsFor("Hello there")),
    ).rejects.toBeInstanceOf(Anthropic.RateLimitError);
  });

  test("a retrying client gets past a single overload", async () => {
    const client = new Anthropic({
      apiKey: "sk-test",
      baseURL: `${server.baseURL}/~overloaded-once`,
      maxRetries: 1,
    });
    const message = await client.messages.create(paramsFor("What's the weather in Bergen?"));
    expect(message.stop_reason).toBe("tool_use");
  });

  test("models and token counts can be asked for", async () => {
    const client = clientFor();
    const ids = [];
    for await (const model of client.models.list({ limit: 5 })) ids.push(model.id);
    expect(ids).toContain("claude-opus-5-5");
    expect(new Set(ids).size).toBe(ids.length);
    expect((await client.models.retrieve("claude-haiku-4-5")).max_tokens).toBe(64_000);
    const { max_tokens: _limit, ...params } = paramsFor("Hello");
    expect((await client.messages.countTokens(params)).input_tokens).toBeGreaterThan(300);
  });
});

/** Without what the SDK adds on its own, and whatever the order of keys. */
function plain(message: object): string {
  const { parsed_output: _parsed, ...rest } = {
    parsed_output: null,
    ...structuredClone(JSON.parse(JSON.stringify(message))),
  };
  return canonicalJson(rest);
}

function textOf(message: { content: readonly { type: string }[] }): string {
  return message.content.map((block) => ("text" in block ? String(block.text) : "")).join("");
}
