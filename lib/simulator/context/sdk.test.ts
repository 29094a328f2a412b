// Does the SDK's own tool runner compact a conversation here, and do its helpers read what comes back?

import Anthropic from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import Anthropic1x11 from "sdk-1.11.0";
import { betaTool as betaTool1x11 } from "sdk-1.11.0/helpers/beta/json-schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../json/canonical-json";
import { recordingSimulator } from "../received/recording-simulator";
import { createRequestRecord } from "../received/request-record";
import { createSimulator } from "../simulator";
import { serveSimulator } from "../testing/simulator-server";
import { playgroundTools } from "../testing/tools";

const record = createRequestRecord();
const simulator = recordingSimulator(
  createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } }),
  record,
);
let server: Awaited<ReturnType<typeof serveSimulator>>;

beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

const betas = ["compact-2026-09-04"];
const prompt = "What's the weather in Oslo and in Rome?";
const options = () => ({ apiKey: "sk-test", baseURL: server.baseURL, maxRetries: 0 });
const weather = {
  name: "get_weather",
  description: "Get the current weather in a given location",
  inputSchema: {
    type: "object",
    properties: { location: { type: "string" } },
    required: ["location"],
  } as const,
};
const run = (input: unknown) => JSON.stringify({ ...Object(input), temperature: 18, conditions: "foggy" });

/** What the runner has sent since, oldest first: the field `thread`, whether it compacts, and how many messages. */
const sent = (count: number) =>
  record
    .list()
    .slice(0, count)
    .toReversed()
    .map(({ body }) => {
      const { thread, compaction, messages } = Object(body);
      return [Object(thread).type, Object(compaction).type, messages.length];
    });

const runners = [
  {
    version: "1.11.0",
    start: (params: object) =>
      new Anthropic1x11(options()).beta.messages.toolRunner({
        model: "claude-opus-5",
        max_tokens: 2_000,
        messages: [{ role: "user", content: prompt }],
        betas,
        tools: [betaTool1x11({ ...weather, run })],
        ...params,
      }),
  },
  {
    version: "newest",
    start: (params: object) =>
      new Anthropic(options()).beta.messages.toolRunner({
        model: "claude-opus-5",
        max_tokens: 2_000,
        messages: [{ role: "user", content: prompt }],
        betas,
        tools: [betaTool({ ...weather, run })],
        ...params,
      }),
  },
];

describe.each(runners)("the tool runner of SDK $version", ({ start }) => {
  test.each([
    [true, ["create", "create", "create"]],
    [false, [undefined, undefined, undefined]],
  ])(
    "compacts in the middle of a loop and ends it from the summary, on threads: %s",
    async (threads, kinds) => {
      const runner = start(threads ? {} : { thread: false });
      const stops: unknown[] = [];
      for await (const message of runner) {
        if (!("stop_reason" in message)) throw new Error("The runner streams");
        stops.push(message.stop_reason);
        if (stops.length === 1) runner.compactBeforeNextTurn();
      }
      expect(stops).toEqual(["tool_use", "compaction", "end_turn"]);
      expect(sent(3)).toEqual([
        [kinds[0], undefined, 1],
        [kinds[1], "summarize", 3],
        [kinds[2], undefined, 1],
      ]);
      const final = await runner.done();
      expect(JSON.stringify(final.content)).toContain("18");
      expect(JSON.stringify(final.content)).toContain("Rome");
    },
  );

  test("compacts after the last turn, and the conversation goes on from there", async () => {
    const runner = start({ messages: [{ role: "user", content: "Hello" }] });
    runner.compactBeforeNextTurn();
    const stops: unknown[] = [];
    for await (const message of runner) {
      if (!("stop_reason" in message)) throw new Error("The runner streams");
      stops.push(message.stop_reason);
      if (stops.length === 2) runner.compactBeforeNextTurn();
    }
    expect(stops).toEqual(["compaction", "end_turn", "compaction"]);
  });
});

test("the tool runner compacts while it streams", async () => {
  const runner = new Anthropic(options()).beta.messages.toolRunner({
    model: "claude-opus-5",
    max_tokens: 2_000,
    messages: [{ role: "user", content: prompt }],
    betas,
    tools: [betaTool({ ...weather, run })],
    stream: true,
  });
  const stops: unknown[] = [];
  for await (const stream of runner) {
    stops.push((await stream.finalMessage()).stop_reason);
    if (stops.length === 1) runner.compactBeforeNextTurn();
  }
  expect(stops).toEqual(["tool_use", "compaction", "end_turn"]);
});

describe("the SDK's stream helper", () => {
  const words = "word ".repeat(60_000);
  const edit = {
    type: "compact_20260112" as const,
    trigger: { type: "input_tokens" as const, value: 50_000 },
  };
  const params = {
    model: "claude-opus-5",
    max_tokens: 2_000,
    tools: playgroundTools,
    messages: [
      { role: "user" as const, content: words },
      { role: "assistant" as const, content: "Noted." },
      { role: "user" as const, content: prompt },
    ],
    betas: ["compact-2026-01-12"],
    context_management: { edits: [edit] },
  };

  test("accumulates a compaction at a threshold to the answer that is not streamed", async () => {
    const client = new Anthropic(options());
    const told: string[] = [];
    const stream = client.beta.messages.stream(params).on("compaction", (text) => told.push(text));
    const streamed = await stream.finalMessage();
    const whole = await client.beta.messages.create(params);
    expect(canonicalJson(JSON.parse(JSON.stringify(streamed)))).toBe(
      canonicalJson({ ...JSON.parse(JSON.stringify(whole)), parsed_output: null }),
    );
    expect(told).toEqual([Object(whole.content[0]).content]);
  });

  test("gets errors of compaction as the classes of their codes", async () => {
    const client = new Anthropic(options());
    const block = { type: "compaction" as const, content: "Made up", signature: "AAAA" };
    const messages = [
      { role: "assistant" as const, content: [block] },
      { role: "user" as const, content: prompt },
    ];
    const { context_management: _none, ...plain } = params;
    const error = await client.beta.messages
      .create({ ...plain, messages, betas })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 400, errorCode: "compaction_signature_invalid" });
  });
});
