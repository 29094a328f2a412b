// Does the AI SDK drive a run as its own documentation says, and what it cannot send is refused before it starts?
import { afterEach, expect, test } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import {
  errorAnswer,
  jsonAnswer,
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "../../testing/provider-stub";
import { recordRun } from "../../testing/recorded-run";
import { calls, moved, says } from "../../testing/stub-replies";

let stub: ProviderStub;
afterEach(() => stub.close());

async function run(answers: readonly StubAnswer[], input: Omit<RunRequestInput, "provider" | "engine"> = {}) {
  stub = await startProviderStub(answers);
  const prompt = input.messages === undefined ? { prompt: "Go" } : {};
  return recordRun(stub.baseURL, { ...prompt, ...input, engine: { kind: "ai-sdk" } });
}

const broken = {
  name: "lookup",
  inputSchema: { type: "object" },
  handler: { kind: "fixed" as const, content: "Error: no such row", isError: true },
};

test("parameters, headers and tools go out under the names of the Messages API", async () => {
  await run([says("Done")], {
    system: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral" } }],
    model: "claude-haiku-4-5",
    params: {
      thinking: { type: "enabled", budget_tokens: 2_000 },
      betas: ["beta-a"],
      stop_sequences: ["END"],
    },
    toolChoice: { type: "auto", disable_parallel_tool_use: true },
    tools: [{ ...broken, cacheControl: { type: "ephemeral" } }],
    headers: { default: [{ name: "X-Team", value: "a" }], perRequest: [{ name: "X-Call", value: "b" }] },
  });
  expect(stub.received[0]?.body).toMatchObject({
    system: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral" } }],
    thinking: { type: "enabled", budget_tokens: 2_000 },
    stop_sequences: ["END"],
    tool_choice: { type: "auto", disable_parallel_tool_use: true },
    tools: [{ name: "lookup", input_schema: { type: "object" }, cache_control: { type: "ephemeral" } }],
    messages: [{ role: "user", content: [{ type: "text", text: "Go" }] }],
  });
  expect(stub.received[0]?.headers).toMatchObject({ "x-team": "a", "x-call": "b" });
  expect(stub.received[0]?.headers["anthropic-beta"]).toContain("beta-a");
});

test("a conversation so far arrives as it was, thinking signatures and results included", async () => {
  const messages = [
    { role: "user" as const, content: "Look it up" },
    {
      role: "assistant" as const,
      content: [
        { type: "thinking", thinking: "Hm", signature: "sig_1" },
        toolUse("toolu_a", "lookup", { row: 1 }),
      ],
    },
    {
      role: "user" as const,
      content: [
        { type: "tool_result", tool_use_id: "toolu_a", content: "no", is_error: true },
        { type: "text", text: "And now?" },
      ],
    },
  ];
  await run([says("Done")], { messages, tools: [broken] });
  expect(stub.received[0]?.body.messages).toMatchObject([
    { role: "user", content: [{ type: "text", text: "Look it up" }] },
    {
      role: "assistant",
      content: [
        { type: "thinking", signature: "sig_1" },
        { id: "toolu_a", input: { row: 1 } },
      ],
    },
    {
      role: "user",
      content: [{ tool_use_id: "toolu_a", content: "no", is_error: true }, { text: "And now?" }],
    },
  ]);
});

test("an error result and an unknown tool are answered, and the run goes on", async () => {
  const { of, end } = await run(
    [calls(toolUse("toolu_a", "lookup", {}), toolUse("toolu_b", "fly", {})), says("Sorry")],
    { tools: [broken] },
  );
  expect(of("tool-call-end").map((event) => event.result)).toEqual([
    { content: "Error: no such row", isError: true },
  ]);
  expect(stub.received[1]?.body.messages).toMatchObject([
    {},
    {},
    {
      content: [
        { tool_use_id: "toolu_a", content: "Error: no such row", is_error: true },
        { tool_use_id: "toolu_b", is_error: true },
      ],
    },
  ]);
  expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
});

test("the turn limit ends a loop that would go on for ever", async () => {
  const { of, end } = await run([calls(toolUse("toolu_a", "wait", { seconds: 0 }))], {
    limits: { maxTurns: 3 },
  });
  expect(end).toMatchObject({ outcome: "turn-limit", maxTurns: 3 });
  expect(of("turn-end")).toHaveLength(3);
});

test.each([true, false])("529 is another attempt of the same turn (streamed: %s)", async (stream) => {
  const message = { id: "msg_1", type: "message", role: "assistant", model: "stub", stop_reason: "end_turn" };
  const body = {
    ...message,
    content: [{ type: "text", text: "Hi" }],
    usage: { input_tokens: 1, output_tokens: 1 },
  };
  const overloaded = errorAnswer(529, "overloaded_error", "Overloaded", { "retry-after-ms": "10" });
  const { of, end } = await run([overloaded, stream ? says("Hi") : jsonAnswer(200, body)], { stream });
  expect(of("request-start").map(({ turnId, attempt }) => `${turnId}#${attempt}`)).toEqual(["t1#1", "t1#2"]);
  expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
});

test.each([true, false])(
  "a refused key fails the run with the provider's words (streamed: %s)",
  async (stream) => {
    const { end } = await run([errorAnswer(401, "authentication_error", "invalid x-api-key")], { stream });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "authentication", message: "invalid x-api-key", status: 401 },
    });
  },
);

test("a stream that breaks off fails the run", async () => {
  const events = messageEvents([{ type: "text", text: "Half" }], "end_turn").slice(0, 3);
  const { end } = await run([streamAnswer(sse(events), (response) => response.destroy())]);
  expect(end).toMatchObject({ outcome: "failed" });
});

test("a redirect is not followed", async () => {
  const { end } = await run([moved]);
  expect(stub.received).toHaveLength(1);
  expect(end).toMatchObject({ outcome: "failed", error: { code: "redirected" } });
});

test.each<[string, Omit<RunRequestInput, "provider" | "engine">]>([
  ["params.service_tier", { params: { service_tier: "auto" } }],
  ["params.output_config.format", { params: { output_config: { format: {} } } }],
  ["execution", { execution: "sequential" }],
  ["tools.0", { tools: [{ type: "web_search_20250305", name: "web_search" }] }],
  [
    "headers.default.1.name",
    {
      headers: {
        default: [
          { name: "X-A", value: "1" },
          { name: "x-a", value: "2" },
        ],
      },
    },
  ],
  ["messages.0.content.0", { messages: [{ role: "user", content: [{ type: "search_result" }] }] }],
])("%s is refused before anything is sent", async (field, input) => {
  await expect(run([says("Never")], input)).rejects.toMatchObject({ field });
  expect(stub.received).toHaveLength(0);
});
