// Does anything at all that is posted get a valid message or the API's own error?

import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { modelById, models } from "./api/model-catalogue";
import { issueContainerId } from "./containers/container-id";
import { createSimulator } from "./simulator";
import { ask, bodyWith, chunksOf, errorIn, eventsOf } from "./testing/ask";
import { bodyMaker } from "./testing/mutate";
import { playgroundTools } from "./testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });

const call = (id: string) => ({ type: "tool_use", id, name: "get_weather", input: { location: "Oslo" } });
const result = (id: string, content: unknown) => ({ type: "tool_result", tool_use_id: id, content });
const user = { role: "user", content: "What is the weather in Paris and Rome, and 17 + 25?" };
const mark = { cache_control: { type: "ephemeral" } };
const png = {
  type: "image",
  source: { type: "base64", media_type: "image/png", data: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB" },
};

/** Bodies that reach into every corner of a request. */
const good: readonly object[] = [
  ...models
    .filter(({ id }) => modelById(id) !== undefined)
    .slice(-3)
    .map(({ id }) => bodyWith({ model: id })),
  bodyWith({ stream: true, tools: playgroundTools.slice(0, 2), messages: [user] }),
  bodyWith({
    tools: playgroundTools.slice(0, 1),
    tool_choice: { type: "tool", name: "get_weather", disable_parallel_tool_use: true },
    system: [{ type: "text", text: "Be brief", ...mark }],
    stop_sequences: ["END"],
    metadata: { user_id: "a" },
    service_tier: "auto",
  }),
  bodyWith({
    tools: playgroundTools.slice(0, 2),
    cache_control: { type: "ephemeral", ttl: "1h" },
    messages: [
      user,
      {
        role: "assistant",
        content: [{ type: "text", text: "Let me look." }, call("toolu_1"), call("toolu_2")],
      },
      {
        role: "user",
        content: [
          result("toolu_1", [{ type: "text", text: "18 °C", ...mark }, png]),
          { ...result("toolu_2", "no such place"), is_error: true },
          { type: "text", text: "And then?" },
        ],
      },
    ],
  }),
  bodyWith({
    tools: [
      { type: "web_search_20250305", name: "web_search", max_uses: 3, allowed_domains: ["a.com"] },
      { type: "tool_search_tool_regex_20251119", name: "tool_search_tool_regex" },
      { type: "code_execution_20260120", name: "code_execution" },
      { ...playgroundTools[3], defer_loading: true },
      {
        name: "strict_tool",
        strict: true,
        input_schema: {
          type: "object",
          properties: {
            city: { type: "string", pattern: "^[A-Z]" },
            unit: { type: "string", enum: ["c", "f"] },
          },
          required: ["city"],
          additionalProperties: false,
        },
        input_examples: [{ city: "Oslo" }],
        allowed_callers: ["direct"],
      },
    ],
    container: { id: issueContainerId("fuzz", ""), skills: [] },
    messages: [
      user,
      {
        role: "assistant",
        content: [
          { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: { query: "weather" } },
          { type: "web_search_tool_result", tool_use_id: "srvtoolu_1", content: [] },
          { type: "redacted_thinking", data: "AAAA" },
        ],
      },
      user,
      {
        role: "system",
        content: [{ type: "tool_removal", tool: { type: "tool_reference", name: "strict_tool" } }],
      },
    ],
  }),
  bodyWith({
    model: "claude-sonnet-4-6",
    max_tokens: 2_000,
    thinking: { type: "enabled", budget_tokens: 1_024, display: "summarized" },
    output_config: { effort: "high", format: { type: "json_schema", schema: { type: "object" } } },
    context_management: { edits: [{ type: "clear_tool_uses_20250919" }] },
    mcp_servers: [{ type: "url", name: "a", url: "https://a.com" }],
    tools: [{ type: "mcp_toolset", mcp_server_name: "a" }],
  }),
];

const betas = [
  "inline-tools-2026-09-15",
  "compact-2026-09-04",
  "message-threads-2026-08-12",
  "thinking-binding-controls-2026-08-01",
  "context-management-2025-06-27",
  "mcp-client-2025-11-20",
].join(",");
const headersOf = (index: number): [string, string][] => [
  ["anthropic-version", index % 5 === 0 ? "2023-06-01" : "2026-10-21"],
  ["x-api-key", "sk-test"],
  ...(index % 3 === 0 ? ([["anthropic-beta", betas]] satisfies [string, string][]) : []),
];

const answerSchema = z.union([
  z.looseObject({
    type: z.literal("message"),
    id: z.string().startsWith("msg_"),
    role: z.literal("assistant"),
    content: z.array(z.looseObject({ type: z.string() })),
    stop_reason: z.string(),
    usage: z.looseObject({ input_tokens: z.number().min(0), output_tokens: z.number().min(0) }),
  }),
  z.strictObject({
    input_tokens: z.number().min(0),
    context_management: z.strictObject({ original_input_tokens: z.number().min(0) }).optional(),
  }),
]);

/** What is wrong with the answer to a body, or undefined. */
async function flawOfAnswer(body: string, index: number): Promise<string | undefined> {
  const path = index % 4 === 3 ? "/v1/messages/count_tokens" : "/v1/messages";
  const response = await ask(simulator, { path, body, headers: headersOf(index) });
  if (response.status !== 200) {
    const error = errorIn(response);
    return response.status >= 400 && response.status < 500 && (error?.message ?? "") !== ""
      ? undefined
      : `${response.status} ${String(response.body)}`;
  }
  if (typeof response.body !== "string") {
    const events = eventsOf((await chunksOf(response)).join(""));
    return events[0]?.type === "message_start" && events.at(-1)?.type === "message_stop"
      ? undefined
      : "a stream without its beginning or end";
  }
  const parsed = answerSchema.safeParse(JSON.parse(response.body));
  return parsed.success ? undefined : parsed.error.message;
}

describe("a posted body", () => {
  test.each(good.map((body, index) => [index, body]))("is good to begin with: %i", async (_, body) => {
    const headers: [string, string][] = headersOf(3);
    expect(errorIn(await ask(simulator, { body, headers }))).toBeUndefined();
  });

  /** In tenths, each with a time limit of its own, for machines that others load. */
  test.each(Array.from({ length: 10 }, (_, tenth) => tenth * 2_000))(
    "gets a message or an error of the caller's, whatever it is: 2,000 grown from good ones, from %i on",
    async (from) => {
      const failed = vi.spyOn(console, "error");
      const nextBody = bodyMaker(`fuzz ${from}`, good);
      const flaws: string[] = [];
      for (let index = from; index < from + 2_000; index++) {
        const body = nextBody(index);
        const flaw = await flawOfAnswer(body, index).catch((error: unknown) => String(error));
        if (flaw !== undefined) flaws.push(`${flaw.slice(0, 500)} for ${body.slice(0, 2_000)}`);
      }
      expect(flaws.slice(0, 3)).toEqual([]);
      expect(failed).not.toHaveBeenCalled();
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      failed.mockRestore();
    },
  );

  test.each([
    ["200,000 lists", "[".repeat(200_000) + "]".repeat(200_000)],
    ["200,000 objects in an input", `{"messages":${'{"a":'.repeat(200_000)}1${"}".repeat(200_001)}`],
    [
      "200,000 brackets in a string",
      JSON.stringify(bodyWith({ system: "[{".repeat(100_000), max_tokens: 10 })),
    ],
    ["33 MB", JSON.stringify(bodyWith({ system: "x".repeat(33 * 1024 * 1024) }))],
    [
      "33 MB of three-byte characters, 11 million of them",
      JSON.stringify(bodyWith({ system: "語".repeat(11.5 * 1024 * 1024) })),
    ],
    [
      "30,000 blocks",
      JSON.stringify(bodyWith({ messages: [{ role: "user", content: Array(30_000).fill(null) }] })),
    ],
    [
      "30,000 fields",
      JSON.stringify(bodyWith(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`f${at}`, 1])))),
    ],
  ])("of an extreme kind is answered too: %s", async (_, body) => {
    expect(await flawOfAnswer(body, 1)).toBeUndefined();
  });
});
