// Does thinking that the simulator made come back accepted, and only where and as it was made?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, chunksOf, errorIn, eventsOf, messageFrom, usualHeaders } from "../testing/ask";
import { playgroundTools } from "../testing/tools";
import { bindingBeta } from "./returned-thinking";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const summarized = { type: "adaptive", display: "summarized" };
const prompt = { role: "user", content: "What is the weather in Rome?" };
const first = { model: "claude-opus-5-5", thinking: summarized, tools: playgroundTools, messages: [prompt] };

async function turn() {
  const { content } = await messageFrom(simulator, { body: bodyWith(first) });
  const call = content.find(({ type }) => type === "tool_use");
  const answer = {
    role: "user",
    content: [{ type: "tool_result", tool_use_id: call?.id, content: "18 °C" }],
  };
  return { content, messages: [prompt, { role: "assistant", content }, answer] };
}

const next = (messages: readonly unknown[], fields: object = {}) =>
  ask(simulator, { body: bodyWith({ ...first, messages, ...fields }) });

describe("a thinking block", () => {
  test("comes back accepted behind the same conversation, cache marks aside", async () => {
    const { messages } = await turn();
    expect(errorIn(await next(messages))).toBeUndefined();
    const marked = { tools: playgroundTools.map((tool) => ({ ...tool, cache_control: null })) };
    expect(errorIn(await next(messages, marked))).toBeUndefined();
  });

  test("is signed alike in a stream, as the last delta of its block", async () => {
    const { content } = await turn();
    const response = await ask(simulator, { body: bodyWith({ ...first, stream: true }) });
    const events = eventsOf((await chunksOf(response)).join(""));
    const end = events.findIndex(({ type }) => type === "content_block_stop");
    expect(events[end - 1]).toMatchObject({
      delta: { type: "signature_delta", signature: content[0]?.signature },
    });
  });

  test("is signed for what is left of it, where max_tokens cuts it", async () => {
    const path = "/~long-thought/v1/messages";
    simulator.registerScript("long-thought", {
      turns: [{ content: [{ type: "thinking", thinking: "Well, well. ".repeat(100) }] }],
    });
    const cut = await messageFrom(simulator, { path, body: bodyWith({ max_tokens: 20 }) });
    const messages = [
      { role: "user", content: "What is the weather in Paris?" },
      { role: "assistant", content: cut.content },
      prompt,
    ];
    expect(errorIn(await ask(simulator, { body: bodyWith({ messages }) }))).toBeUndefined();
  });

  test.each([
    [
      "an earlier message",
      (messages: readonly unknown[]) => [{ role: "user", content: "Hi" }, ...messages],
      {},
    ],
    ["the system prompt", (messages: readonly unknown[]) => messages, { system: "Be brief" }],
    ["the tools", (messages: readonly unknown[]) => messages, { tools: playgroundTools.slice(0, 3) }],
  ])("is refused once %s has changed, and dropped where the request says so", async (_, change, fields) => {
    const messages = change((await turn()).messages);
    expect(errorIn(await next(messages, fields))?.message).toContain("bound to a different conversation");

    const thinking = { ...summarized, block_binding: { prefix_mismatch_behavior: "drop_block" } };
    const dropped = await messageFrom(simulator, {
      headers: [...usualHeaders, ["anthropic-beta", bindingBeta]],
      body: bodyWith({ ...first, messages, ...fields, thinking }),
    });
    expect(dropped.input_transformations).toEqual([
      {
        type: "thinking_dropped",
        path: `messages.${messages.length - 2}.content.0`,
        reason: "prefix_binding_mismatch",
      },
    ]);
  });

  test("of another model is let pass behind any conversation", async () => {
    const { messages } = await turn();
    expect(errorIn(await next(messages, { model: "claude-sonnet-5-5", system: "Be brief" }))).toBeUndefined();
  });
});

describe("thinking whose display is omitted", () => {
  const shown = (fields: object) => messageFrom(simulator, { body: bodyWith({ ...first, ...fields }) });

  test.each([
    [
      "as the request says",
      { model: "claude-sonnet-4-6", thinking: { type: "adaptive", display: "omitted" } },
    ],
    ["as is usual with the model", { model: "claude-opus-5", thinking: { type: "adaptive" } }],
  ])("is a signed block without words, and is counted: %s", async (_, fields) => {
    const { content, usage } = await shown(fields);
    expect(content[0]).toEqual({
      type: "thinking",
      thinking: "",
      signature: expect.stringMatching(/^.{80,}$/),
    });
    expect(Object(usage.output_tokens_details).thinking_tokens).toBeGreaterThan(5);
    const answer = {
      role: "user",
      content: [{ type: "tool_result", tool_use_id: content.at(-1)?.id, content: "18" }],
    };
    const messages = [prompt, { role: "assistant", content }, answer];
    expect(errorIn(await next(messages, fields))).toBeUndefined();
  });

  test("streams no words, and its signature", async () => {
    const fields = { ...first, model: "claude-opus-5", thinking: { type: "adaptive" }, stream: true };
    const events = eventsOf((await chunksOf(await ask(simulator, { body: bodyWith(fields) }))).join(""));
    const ofBlock = events.filter(({ index }) => index === 0);
    expect(ofBlock.map(({ type, delta }) => Object(delta).type ?? type)).toEqual([
      "content_block_start",
      "signature_delta",
      "content_block_stop",
    ]);
  });

  test("takes the words of a script where thinking is asked for, and only there", async () => {
    simulator.registerScript("thinks", { turns: [{ content: [{ type: "thinking", thinking: "Well." }] }] });
    const path = "/~thinks/v1/messages";
    const scripted = async (fields: Record<string, unknown>) =>
      (await messageFrom(simulator, { path, body: bodyWith(fields) })).content[0]?.thinking;
    expect(await scripted({ thinking: { type: "adaptive" } })).toBe("");
    expect(await scripted({ thinking: summarized })).toBe("Well.");
    expect(await scripted({})).toBe("Well.");
  });
});

describe("a model that narrates in thinking", () => {
  test.each([
    ["claude-opus-5-5", {}, ""],
    ["claude-opus-5-5", { thinking: summarized }, expect.stringContaining("I'll")],
  ])("says between its calls what it does: %s with %o", async (model, fields, words) => {
    const tool_choice = { type: "auto", disable_parallel_tool_use: true };
    const own = { model, tools: playgroundTools, tool_choice, ...fields };
    const opening = [{ role: "user", content: "What is the weather in Rome and in Oslo?" }];
    const { content } = await messageFrom(simulator, { body: bodyWith({ ...own, messages: opening }) });
    expect(content.some(({ type }) => type === "text")).toBe(true);
    const id = content.find(({ type }) => type === "tool_use")?.id;
    const messages = [
      ...opening,
      { role: "assistant", content },
      { role: "user", content: [{ type: "tool_result", tool_use_id: id, content: '{"temperature": 18}' }] },
    ];
    const then = await messageFrom(simulator, { body: bodyWith({ ...own, messages }) });
    expect(then.content.filter(({ type }) => type === "text")).toEqual([]);
    expect(then.content.at(-2)).toMatchObject({ type: "thinking", thinking: words });
    expect(then.content.at(-1)?.type).toBe("tool_use");
  });
});
