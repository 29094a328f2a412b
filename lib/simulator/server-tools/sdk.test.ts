// Does a real client go on by itself where the API executes tools?

import Anthropic from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../json/canonical-json";
import { createSimulator } from "../simulator";
import { manySearches } from "../testing/many-searches";
import { serveSimulator } from "../testing/simulator-server";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });

describe("the newest SDK", () => {
  let server: Awaited<ReturnType<typeof serveSimulator>>;
  beforeAll(async () => {
    server = await serveSimulator(simulator);
  });
  afterAll(() => server.close());
  const client = () => new Anthropic({ apiKey: "sk-test", baseURL: server.baseURL, maxRetries: 0 });
  const params = { model: "claude-opus-5", max_tokens: 4_000 };

  test.each([true, false])("resumes a paused turn, with threads %s", async (threads) => {
    const final = await client().beta.messages.toolRunner({
      ...params,
      messages: [{ role: "user", content: manySearches }],
      tools: [{ type: "web_search_20250305", name: "web_search" }],
      ...(!threads && { thread: false as const }),
    });
    expect(final.stop_reason).toBe("end_turn");
    expect(JSON.stringify(final.content)).toContain("64 squares");
  });

  test.each([true, false])(
    "threads the container for code that calls tools, with threads %s",
    async (threads) => {
      const tool = betaTool({
        name: "get_weather",
        description: "Get the current weather in a given location",
        inputSchema: { type: "object", properties: { location: { type: "string" } } },
        allowed_callers: ["code_execution_20260120"],
        run: ({ location }) => `18 °C in ${String(location)}`,
      });
      const final = await client().beta.messages.toolRunner({
        ...params,
        messages: [{ role: "user", content: "What's the weather in Oslo and Rome?" }],
        tools: [tool, { type: "code_execution_20260120", name: "code_execution" }],
        ...(!threads && { thread: false as const }),
      });
      expect(final.content[0]?.type).toBe("code_execution_tool_result");
      expect(final.stop_reason).toBe("end_turn");
    },
  );

  test("reads the same from a stream as from a whole answer", async () => {
    for (const prompt of ["Who was Ada Lovelace?", "Calculate 2 ** 10 with Python", manySearches]) {
      const tools = [
        { type: "web_search_20250305" as const, name: "web_search" as const },
        { type: "code_execution_20250825" as const, name: "code_execution" as const },
      ];
      const asked = { ...params, messages: [{ role: "user" as const, content: prompt }], tools };
      const whole = await client().beta.messages.create(asked);
      const streamed = await client().beta.messages.stream(asked).finalMessage();
      expect(plain(streamed)).toBe(plain(whole));
    }
  });
});

function plain(message: object): string {
  const copy: object = JSON.parse(
    JSON.stringify(message, (key, value: unknown) => (key === "parsed_output" ? undefined : value)),
  );
  return canonicalJson(copy);
}
