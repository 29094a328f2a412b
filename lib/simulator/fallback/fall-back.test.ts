// Does another model answer where the requested one declines, and is it told who said what?

import Anthropic from "@anthropic-ai/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../json/canonical-json";
import { createSimulator } from "../simulator";
import { ask, bodyWith, errorIn, messageFrom, usualHeaders } from "../testing/ask";
import { noPace } from "../testing/play-scenario";
import { serveSimulator } from "../testing/simulator-server";
import { playgroundTools } from "../testing/tools";

const beta = "server-side-fallback-2026-07-01";
const simulator = createSimulator({ pace: noPace });
const refusal = {
  stop_reason: "refusal",
  stop_details: { type: "refusal", category: "cyber", explanation: null },
};
simulator.registerScript("declines", {
  turns: [
    { content: [{ type: "text", text: "I can begin, but" }], ...refusal },
    { when: { model: "claude-opus-4-7" }, content: [], ...refusal },
    { when: { model: "claude-sonnet-4-6" }, content: [{ type: "text", text: "Here it is." }] },
  ],
});
const path = "/~declines/v1/messages";
const asked = (models: readonly string[] | "default", fields: object = {}) => ({
  path,
  headers: [...usualHeaders, ["anthropic-beta", beta] as const],
  body: bodyWith({
    tools: playgroundTools,
    fallbacks: models === "default" ? models : models.map((model) => ({ model })),
    ...fields,
  }),
});

describe("a refusal with fallbacks", () => {
  test("is answered by the first, behind a block that says so", async () => {
    const message = await messageFrom(simulator, asked(["claude-sonnet-4-6", "claude-opus-4-7"]));
    expect(message.content).toEqual([
      { type: "text", text: "I can begin, but" },
      {
        type: "fallback",
        from: { model: "claude-opus-5" },
        to: { model: "claude-sonnet-4-6" },
        trigger: { type: "refusal", category: "cyber" },
      },
      { type: "text", text: "Here it is." },
    ]);
    expect(message).toMatchObject({
      model: "claude-sonnet-4-6",
      stop_reason: "end_turn",
      stop_details: null,
    });
    expect(message.usage.iterations).toMatchObject([
      { type: "message", model: "claude-opus-5" },
      { type: "fallback_message", model: "claude-sonnet-4-6" },
    ]);
  });

  test("is passed on by one that declines as well", async () => {
    const message = await messageFrom(simulator, asked(["claude-opus-4-7", "claude-sonnet-4-6"]));
    expect(message.content.map(({ type, from, to }) => [type, Object(from).model, Object(to).model])).toEqual(
      [
        ["text", undefined, undefined],
        ["fallback", "claude-opus-5", "claude-opus-4-7"],
        ["fallback", "claude-opus-4-7", "claude-sonnet-4-6"],
        ["text", undefined, undefined],
      ],
    );
  });

  test("stays one where all decline, and where the choice is the server's", async () => {
    expect(await messageFrom(simulator, asked(["claude-opus-4-7"]))).toMatchObject({
      stop_reason: "refusal",
      stop_details: { category: "cyber" },
      model: "claude-opus-4-7",
    });
    const left = await messageFrom(simulator, asked("default"));
    expect(left).toMatchObject({ stop_reason: "refusal", model: "claude-opus-5" });
    expect(left.content.some(({ type }) => type === "fallback")).toBe(false);
  });

  test("is answered from the conversation where the script has nothing for the model", async () => {
    const message = await messageFrom(simulator, asked(["claude-opus-4-8"]));
    expect(message.stop_reason).toBe("tool_use");
    expect(message.content.at(-1)).toMatchObject({ type: "tool_use", name: "get_weather" });
  });

  test("holds each attempt to its own limit", async () => {
    const fallbacks = [{ model: "claude-opus-4-8", max_tokens: 3 }];
    const message = await messageFrom(simulator, asked([], { fallbacks, tools: [] }));
    expect(message).toMatchObject({ model: "claude-opus-4-8", stop_reason: "max_tokens" });
    expect(message.content.at(-1)?.text).toMatch(/^I am/);
    expect(String(message.content.at(-1)?.text).length).toBeLessThan(30);
  });

  test("is accepted back, with the block where it was", async () => {
    const { content } = await messageFrom(simulator, asked(["claude-sonnet-4-6"]));
    const user = { role: "user", content: "Go on" };
    const messages = [user, { role: "assistant", content }, user];
    expect(errorIn(await ask(simulator, asked([], { messages })))).toBeUndefined();
  });
});

describe("the SDK's accumulator", () => {
  let server: Awaited<ReturnType<typeof serveSimulator>>;
  beforeAll(async () => {
    server = await serveSimulator(simulator);
  });
  afterAll(() => server.close());

  test("makes of the stream what is answered without one", async () => {
    const baseURL = `${server.baseURL}/~declines`;
    const { messages } = new Anthropic({ apiKey: "sk-test", baseURL, maxRetries: 0 }).beta;
    const params: Anthropic.Beta.Messages.MessageCreateParamsNonStreaming = {
      model: "claude-opus-5",
      max_tokens: 1_000,
      messages: [{ role: "user", content: "Hello" }],
      fallbacks: [{ model: "claude-opus-4-7" }, { model: "claude-sonnet-4-6" }],
      betas: [beta],
    };
    const whole = await messages.create(params);
    const { parsed_output: _parsed, ...streamed } = await messages.stream(params).finalMessage();
    expect(whole.model).toBe("claude-sonnet-4-6");
    expect(canonicalJson(JSON.parse(JSON.stringify(streamed)))).toBe(canonicalJson(whole));
  });
});
