// Does the server hold conversations as threads, each reply continued once, and give the right code where it cannot?

import Anthropic from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSimulator, type SimulatorResponse } from "../simulator";
import {
  type Asked,
  ask,
  bodyWith,
  chunksOf,
  errorIn,
  messageFrom,
  type TestMessage,
  usualHeaders,
} from "../testing/ask";
import { serveSimulator } from "../testing/simulator-server";
import { playgroundTools } from "../testing/tools";
import { createThreadStore } from "./thread-store";

const noPace = { timeToFirstTokenMs: 0, tokensPerSecond: 0 };
const betas = "message-threads-2026-08-12,context-management-2025-06-27";
const headers = [...usualHeaders, ["anthropic-beta", betas] as const];
const threaded = (fields: Record<string, unknown>, path = "/v1/messages"): Asked => ({
  headers,
  path,
  body: bodyWith(fields),
});
const created = (fields: Record<string, unknown> = {}) =>
  threaded({ thread: { type: "create" }, tools: playgroundTools, ...fields });
const continued = (id: string, fields: Record<string, unknown> = {}) =>
  threaded({ thread: { type: "continue", previous_message_id: id }, ...fields });
const promptOf = ({ usage }: TestMessage) =>
  usage.input_tokens + Number(usage.cache_creation_input_tokens) + Number(usage.cache_read_input_tokens);
const resultFor = (message: { content: readonly { [field: string]: unknown }[] }) => ({
  messages: [
    {
      role: "user",
      content: message.content
        .filter(({ type }) => type === "tool_use")
        .map(({ id }) => ({ type: "tool_result", tool_use_id: id, content: "18 °C and foggy" })),
    },
  ],
});

describe("a thread", () => {
  test("continues with only the new messages, and the model sees the whole conversation", async () => {
    const simulator = createSimulator({ pace: noPace });
    const first = await messageFrom(simulator, created());
    expect(first.stop_reason).toBe("tool_use");
    const second = await messageFrom(simulator, continued(first.id, resultFor(first)));
    expect(second.stop_reason).toBe("end_turn");
    expect(JSON.stringify(second.content)).toContain("18 °C");
    expect(promptOf(second)).toBeGreaterThan(promptOf(first));
  });

  test.each([
    ["a reply continued twice", 400, "thread_already_continued"],
    ["an unknown reply", 404, "thread_not_found"],
    ["a thread of another path", 404, "thread_not_found"],
    ["another model", 400, "thread_fingerprint_mismatch"],
    ["a fourth cache mark", 400, "thread_unsupported_request"],
    ["context management", 400, "thread_unsupported_request"],
    ["its own system prompt", 400, undefined],
    ["its own tools", 400, undefined],
  ])("refuses %s with %i %s", async (kind, status, code) => {
    const simulator = createSimulator({ pace: noPace });
    const first = await messageFrom(simulator, created());
    const results = resultFor(first);
    const mark = { cache_control: { type: "ephemeral" } };
    const marked = { role: "user", content: Array(4).fill({ type: "text", text: "Hi", ...mark }) };
    const asked: Record<string, Asked> = {
      "a reply continued twice": continued(first.id, results),
      "an unknown reply": continued("msg_01unknown", results),
      "a thread of another path": { ...continued(first.id, results), path: "/~instant/v1/messages" },
      "another model": continued(first.id, { ...results, model: "claude-opus-4-8" }),
      "a fourth cache mark": continued(first.id, { messages: [...results.messages, marked] }),
      "context management": continued(first.id, { ...results, context_management: { edits: [] } }),
      "its own system prompt": continued(first.id, { ...results, system: "Be brief." }),
      "its own tools": continued(first.id, { ...results, tools: playgroundTools }),
    };
    if (kind === "a reply continued twice") await messageFrom(simulator, continued(first.id, results));
    const error = errorIn(await ask(simulator, asked[kind] ?? {}));
    expect([error?.status, error?.details?.error_code]).toEqual([status, code]);
  });

  test("is cached up to its last message, as the server marks it", async () => {
    const simulator = createSimulator({ pace: noPace });
    const long = "All that was said before. ".repeat(500);
    const first = await messageFrom(simulator, created({ system: long }));
    const second = await messageFrom(simulator, continued(first.id, resultFor(first)));
    expect(first.usage.cache_creation_input_tokens).toBeGreaterThan(2_000);
    expect(second.usage.cache_read_input_tokens).toBe(first.usage.cache_creation_input_tokens);
  });

  test("needs its beta, and is no field where tokens are counted", async () => {
    const simulator = createSimulator({ pace: noPace });
    const wording = "thread: Extra inputs are not permitted";
    const plain = errorIn(await ask(simulator, { body: bodyWith({ thread: { type: "create" } }) }));
    expect(plain?.message).toBe(wording);
    const counted = errorIn(await ask(simulator, { ...created(), path: "/v1/messages/count_tokens" }));
    expect(counted?.message).toBe(wording);
  });

  const cancel = async ({ body }: SimulatorResponse) => {
    if (body instanceof ReadableStream) await body.cancel();
  };

  test("is in flight while its stream runs, and free again once the reader has gone", async () => {
    const simulator = createSimulator({ pace: noPace });
    const long = { content: [{ type: "text", text: "so on and ".repeat(50) }], tokensPerSecond: 5 };
    simulator.registerScript("slow", {
      turns: [{ content: [{ type: "tool_use", name: "get_time", input: {} }] }, long],
    });
    const path = "/~slow/v1/messages";
    const first = await messageFrom(simulator, { ...created(), path });
    const next = { ...continued(first.id, { ...resultFor(first), stream: true }), path };
    const running = await ask(simulator, next);
    expect(errorIn(await ask(simulator, next))?.details?.error_code).toBe("thread_continue_in_flight");
    await cancel(running);
    const again = await ask(simulator, next);
    expect(again.status).toBe(200);
    await cancel(again);
  });

  test("holds a streamed reply as it holds one that is not", async () => {
    const simulator = createSimulator({ pace: noPace });
    const whole = await messageFrom(simulator, created());
    await chunksOf(await ask(simulator, created({ stream: true })));
    const answers = [continued(whole.id, resultFor(whole)), continued(whole.id, resultFor(whole))];
    for (const asked of answers) expect((await ask(simulator, asked)).status).toBe(200);
    const third = errorIn(await ask(simulator, continued(whole.id, resultFor(whole))));
    expect(third?.details?.error_code).toBe("thread_already_continued");
  });

  test("can be continued again after an answer that failed, and holds no refusal", async () => {
    const simulator = createSimulator({ pace: noPace });
    const call = { type: "tool_use", name: "get_time", input: {} };
    simulator.registerScript("fails", { turns: [{ content: [call] }, { content: [] }] }, [
      { kind: "status", status: 529, turn: 2, attempt: 1 },
    ]);
    const path = "/~fails/v1/messages";
    const first = await messageFrom(simulator, { ...created(), path });
    const next = { ...continued(first.id, resultFor(first)), path };
    expect((await ask(simulator, next)).status).toBe(529);
    expect((await ask(simulator, next)).status).toBe(200);
    const refused = await messageFrom(simulator, { ...created(), path: "/~refusal/v1/messages" });
    const after = continued(refused.id, { messages: [{ role: "user", content: "x" }] });
    const error = errorIn(await ask(simulator, { ...after, path: "/~refusal/v1/messages" }));
    expect(error?.details?.error_code).toBe("thread_not_found");
  });
});

describe("the store of threads", () => {
  const thread = { model: "claude-opus-5", messages: [] };

  test("is bounded in number, age and size, the oldest going first", () => {
    let time = 0;
    const store = createThreadStore({ maxThreads: 2, maxAgeMs: 100, maxSize: 50, now: () => time });
    for (const id of ["a", "b", "c"]) store.store("", id, thread, 10);
    expect(["a", "b", "c"].map((id) => store.find("", id)?.state)).toEqual([undefined, "open", "open"]);
    store.store("", "large", thread, 45);
    expect(store.find("", "b")).toBeUndefined();
    expect(store.find("", "large")?.state).toBe("open");
    time = 100;
    expect(store.find("", "large")).toBeUndefined();
    expect(store.count).toBe(0);
  });

  test("lets each reply be continued once, also where two have the same id", () => {
    const store = createThreadStore();
    store.store("", "a", thread, 1);
    store.store("", "a", thread, 1);
    const first = store.claim("", "a");
    expect(store.find("", "a")?.state).toBe("open");
    const second = store.claim("", "a");
    expect(store.find("", "a")?.state).toBe("in-flight");
    first.done();
    second.release();
    second.done();
    expect(store.find("", "a")?.state).toBe("open");
    store.claim("", "a").done();
    expect(store.find("", "a")?.state).toBe("continued");
  });
});

describe("the newest SDK over threads", () => {
  let simulator = createSimulator({ pace: noPace });
  let server: Awaited<ReturnType<typeof serveSimulator>>;
  const bodies: { thread?: { type: string }; messages: unknown[]; tools?: unknown }[] = [];
  beforeAll(async () => {
    server = await serveSimulator({
      ...simulator,
      handle: (request) => {
        bodies.push(JSON.parse(request.body));
        return simulator.handle(request);
      },
    });
  });
  afterAll(() => server.close());

  const client = () => new Anthropic({ apiKey: "sk-test", baseURL: server.baseURL, maxRetries: 0 });
  const weather = betaTool({
    name: "get_weather",
    description: "Get the current weather in a given location",
    inputSchema: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
    run: ({ location }) => JSON.stringify({ location, temperature: 18, unit: "celsius" }),
  });
  const prompt = { role: "user" as const, content: "What's the weather in Oslo and Rome?" };
  const params = { model: "claude-opus-5", max_tokens: 2_000, messages: [prompt], tools: [weather] };

  test.each([false, true])("the tool runner sends only what is new, with stream %s", async (stream) => {
    bodies.length = 0;
    const final = await client().beta.messages.toolRunner({ ...params, stream });
    expect(final.stop_reason).toBe("end_turn");
    expect(JSON.stringify(final.content)).toContain("18");
    expect(bodies.map(({ thread }) => thread?.type)).toEqual(["create", "continue"]);
    expect(bodies[1]).toMatchObject({ messages: [{ role: "user" }] });
    expect(bodies[1]).not.toHaveProperty("tools");
  });

  test.each([false, true])("the thread helper goes on turn by turn, with stream %s", async (stream) => {
    const thread = client().beta.messages.thread({ model: "claude-opus-5", max_tokens: 500 });
    const say = async (content: string) =>
      stream
        ? thread.stream({ role: "user", content }).finalMessage()
        : thread.send({ role: "user", content });
    bodies.length = 0;
    await say("Hello there");
    const second = await say("And how are you?");
    expect(second.role).toBe("assistant");
    expect(bodies.map(({ messages }) => messages.length)).toEqual([1, 1]);
    expect(thread.messages).toHaveLength(4);
  });

  test("a thread that has been continued elsewhere is replayed with its full history", async () => {
    const thread = client().beta.messages.thread({ model: "claude-opus-5", max_tokens: 500 });
    const first = await thread.send({ role: "user", content: "Hello once" });
    await messageFrom(simulator, {
      headers,
      body: {
        model: "claude-opus-5",
        max_tokens: 5,
        messages: [{ role: "user", content: "taken" }],
        thread: { type: "continue", previous_message_id: first.id },
      },
    });
    bodies.length = 0;
    await thread.send({ role: "user", content: "Hello twice" });
    expect(bodies.map(({ thread: field, messages }) => [field?.type, messages.length])).toEqual([
      ["continue", 1],
      ["create", 3],
    ]);
  });

  test("the tool runner replays its full history after a restart of the server", async () => {
    bodies.length = 0;
    const final = await client().beta.messages.toolRunner({
      ...params,
      tools: [
        {
          ...weather,
          run: () => {
            simulator = createSimulator({ pace: noPace });
            return "18 °C";
          },
        },
      ],
    });
    expect(final.stop_reason).toBe("end_turn");
    expect(bodies.map(({ thread: field, messages }) => [field?.type, messages.length])).toEqual([
      ["create", 1],
      ["continue", 1],
      ["create", 3],
    ]);
  });
});
