// Does the AI SDK run the parallel scenario to its end?
import { createAnthropic } from "@ai-sdk/anthropic";
import { generateText, jsonSchema, stepCountIs, streamText, tool } from "ai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { registerInstantly, scenarioNamed } from "../testing/play-scenario";
import { serveSimulator } from "../testing/simulator-server";

const simulator = createSimulator();
const scenario = scenarioNamed("four-parallel-calls");
const path = registerInstantly(simulator, scenario).replace("/messages", "");
let server: Awaited<ReturnType<typeof serveSimulator>>;

beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

const place = jsonSchema<{ location: string }>({
  type: "object",
  properties: { location: { type: "string" } },
  required: ["location"],
});
const settings = () => ({
  model: createAnthropic({ baseURL: server.baseURL + path, apiKey: "sk-test" })("claude-opus-5"),
  prompt: scenario.prompt,
  maxRetries: 0,
  stopWhen: stepCountIs(6),
  tools: {
    get_weather: tool({
      description: "Get the current weather in a given location",
      inputSchema: place,
      execute: ({ location }) => ({ location, temperature: 18, unit: "celsius" }),
    }),
    get_time: tool({
      description: "Get the current time at a place",
      inputSchema: place,
      execute: ({ location }) => ({ location, time: "09:41" }),
    }),
  },
});

describe("the AI SDK", () => {
  test("generateText", async () => {
    const { steps, text, finishReason } = await generateText(settings());
    expect(steps.map(({ toolCalls }) => toolCalls.length)).toEqual([4, 0]);
    expect([finishReason, text]).toEqual(["stop", expect.stringContaining("09:41")]);
  });

  test("streamText", async () => {
    const result = streamText(settings());
    let streamed = "";
    for await (const piece of result.textStream) streamed += piece;
    expect((await result.steps).map(({ toolCalls }) => toolCalls.length)).toEqual([4, 0]);
    expect([await result.finishReason, streamed]).toEqual(["stop", expect.stringContaining("09:41")]);
  });
});
