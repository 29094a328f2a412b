// Does the usage show what a prompt cache would hold, and for how long?

import { describe, expect, test } from "vitest";
import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { promptTokens } from "../api/token-estimate";
import { createSimulator } from "../simulator";
import { ask, bodyWith, messageFrom } from "../testing/ask";
import { playgroundTools } from "../testing/tools";
import { createPromptCache } from "./prompt-cache";

const ephemeral = { type: "ephemeral" };
const long = (words: number) => "word ".repeat(words);
const system = [{ type: "text", text: long(3_000), cache_control: ephemeral }];
const base: MessagesRequest = {
  model: "claude-opus-5",
  system,
  tools: playgroundTools,
  messages: [{ role: "user", content: "Hello" }],
};
const whole = (request: MessagesRequest) => promptTokens(request);

function cacheAt(start = 0) {
  const clock = { now: start };
  const cache = createPromptCache({ now: () => clock.now });
  const ask = (fields: Partial<MessagesRequest> = {}) => {
    const request = { ...base, ...fields };
    const model = modelById(request.model);
    if (model === undefined) throw new Error("no such model");
    const usage = cache.account(request, model);
    const total = usage.input_tokens + usage.cache_creation_input_tokens + usage.cache_read_input_tokens;
    expect(total).toBe(whole(request));
    return { created: usage.cache_creation_input_tokens, read: usage.cache_read_input_tokens, usage };
  };
  return { clock, ask };
}

describe("a marked prompt", () => {
  test("is created once and read afterwards, whatever follows it", () => {
    const { ask } = cacheAt();
    const first = ask();
    expect(first).toMatchObject({ read: 0 });
    expect(first.created).toBeGreaterThan(3_000);
    const other = ask({ messages: [{ role: "user", content: "Something else altogether" }] });
    expect(other).toMatchObject({ created: 0, read: first.created });
  });

  test.each([
    ["the tools", { tools: playgroundTools.slice(1) }],
    ["the system prompt", { system: [{ ...system[0], type: "text", text: long(3_001) }] }],
    ["the model", { model: "claude-opus-4-8" }],
  ])("is missed once %s changed", (_, fields) => {
    const { ask } = cacheAt();
    ask();
    expect(ask(fields).read).toBe(0);
  });

  test("outlives a change of thinking up to the messages, not in them", () => {
    const { ask } = cacheAt();
    const messages = [
      { role: "user", content: [{ type: "text", text: long(100), cache_control: ephemeral }] },
    ] as const;
    const first = ask({ messages });
    expect(ask({ messages }).read).toBe(first.created);
    const changed = ask({ messages, thinking: { type: "disabled" } });
    expect(changed.read).toBeLessThan(first.created);
    expect(changed.read).toBeGreaterThan(3_000);
  });

  test("is forgotten after five minutes without use, each use counting anew", () => {
    const { clock, ask } = cacheAt();
    ask();
    clock.now = 4 * 60_000;
    expect(ask().created).toBe(0);
    clock.now += 4 * 60_000;
    expect(ask().created).toBe(0);
    clock.now += 5 * 60_000;
    expect(ask().read).toBe(0);
  });

  test("is kept for an hour where it says so, and counted apart", () => {
    const { clock, ask } = cacheAt();
    const hour = {
      system: [{ type: "text", text: long(3_000), cache_control: { ...ephemeral, ttl: "1h" } }],
    };
    const { usage, created } = ask({
      ...hour,
      messages: [{ role: "user", content: [{ type: "text", text: long(50), cache_control: ephemeral }] }],
    });
    expect(usage.cache_creation.ephemeral_1h_input_tokens).toBeGreaterThan(3_000);
    expect(usage.cache_creation.ephemeral_5m_input_tokens).toBe(
      created - usage.cache_creation.ephemeral_1h_input_tokens,
    );
    clock.now = 59 * 60_000;
    expect(ask(hour).read).toBeGreaterThan(3_000);
  });

  test("that is shorter than the model's least is not kept, without a word", () => {
    const { ask } = cacheAt();
    const short = { tools: [], system: [{ type: "text", text: long(600), cache_control: ephemeral }] };
    expect(ask(short).created).toBe(600);
    expect(ask({ ...short, model: "claude-opus-4-8" }).created).toBe(0);
  });

  test("grows with the conversation, as long as the last mark is within twenty parts", () => {
    const { ask } = cacheAt();
    const said = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        role: index % 2 === 0 ? ("user" as const) : ("assistant" as const),
        content: `message ${index}`,
      }));
    const automatic = { system: long(3_000), cache_control: ephemeral };
    const first = ask({ ...automatic, messages: said(1) });
    const second = ask({ ...automatic, messages: said(21) });
    expect(second.read).toBe(first.created);
    expect(second.created).toBeGreaterThan(0);
    expect(ask({ ...automatic, messages: said(61) }).read).toBe(0);
  });
});

describe("the simulator", () => {
  const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
  const usageOf = async (fields: Record<string, unknown>) =>
    (await messageFrom(simulator, { body: bodyWith(fields) })).usage;

  test("shows a changed tool array as a cache miss", async () => {
    const fields = { system, tools: playgroundTools };
    await usageOf(fields);
    expect((await usageOf(fields)).cache_read_input_tokens).toBeGreaterThan(3_000);
    expect(await usageOf({ ...fields, tools: playgroundTools.slice(1) })).toMatchObject({
      cache_read_input_tokens: 0,
    });
  });

  test("counts as many tokens as it then charges", async () => {
    const fields = { system, tools: playgroundTools, messages: base.messages };
    const counted: unknown = JSON.parse(
      String((await ask(simulator, { path: "/v1/messages/count_tokens", body: bodyWith(fields) })).body),
    );
    const usage = await usageOf(fields);
    const charged = [usage.input_tokens, usage.cache_read_input_tokens, usage.cache_creation_input_tokens];
    expect(counted).toEqual({ input_tokens: charged.reduce<number>((sum, each) => sum + Number(each), 0) });
  });

  test("answers an unmarked request with the same bytes before and after it was cached", async () => {
    const body = bodyWith({ system: long(3_000), tools: playgroundTools });
    const before = await ask(simulator, { body });
    await usageOf({ system, tools: playgroundTools });
    expect((await ask(simulator, { body })).body).toBe(before.body);
  });
});
