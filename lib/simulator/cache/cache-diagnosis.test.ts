// Does a reply say why the cache could not be used, compared with the request before it?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, chunksOf, eventsOf, messageFrom } from "../testing/ask";
import { playgroundTools } from "../testing/tools";

const pace = { timeToFirstTokenMs: 0, tokensPerSecond: 0 };
const says = (content: string) => ({ role: "user", content });
const base = {
  system: "Be brief, and say where you know it from.",
  tools: playgroundTools,
  messages: [says("Hello"), { role: "assistant", content: "Hi" }, says("What is the weather in Rome?")],
};
const more = [...base.messages, { role: "assistant", content: "Sunny." }, says("And in Oslo?")];

/** What the second of two requests is told when it names the reply to the first. */
async function told(second: Record<string, unknown>, previous?: unknown) {
  const simulator = createSimulator({ pace });
  const first = await messageFrom(simulator, {
    body: bodyWith({ ...base, diagnostics: { previous_message_id: null } }),
  });
  expect(first.diagnostics).toBeNull();
  const diagnostics = { previous_message_id: previous === undefined ? first.id : previous };
  const body = bodyWith({ ...base, messages: more, diagnostics, ...second });
  return (await messageFrom(simulator, { body })).diagnostics;
}

describe("diagnostics", () => {
  test.each([
    ["another model", { model: "claude-opus-4-8" }, "model_changed"],
    ["another system prompt", { system: "Be brief" }, "system_changed"],
    ["tools in another order", { tools: playgroundTools.toReversed() }, "tools_changed"],
    ["an earlier message left out", { messages: more.slice(2) }, "messages_changed"],
    [
      "an earlier message with another text",
      { messages: [says("Hullo"), ...more.slice(1)] },
      "messages_changed",
    ],
  ])("name the first change, and about how much it costs: %s", async (_, second, type) => {
    expect(await told(second)).toEqual({
      cache_miss_reason: { type, cache_missed_input_tokens: expect.any(Number) },
    });
  });

  test("count what comes behind the change", async () => {
    const lost = async (second: Record<string, unknown>) =>
      Object(await told(second)).cache_miss_reason.cache_missed_input_tokens;
    const all = await lost({ model: "claude-opus-4-8" });
    const behindTools = await lost({ system: "Be brief" });
    const behindTwo = await lost({ messages: [...more.slice(0, 2), says("Well?"), ...more.slice(3)] });
    expect(behindTools).toBeLessThan(all);
    expect(behindTwo).toBeLessThan(behindTools);
    expect(behindTwo).toBeGreaterThan(0);
  });

  test.each([
    [
      "nothing where the conversation only goes on, cache marks aside",
      { cache_control: { type: "ephemeral" } },
    ],
    ["nothing of a request that does not ask", { diagnostics: null, model: "claude-opus-4-8" }],
    ["nothing of a first request", { diagnostics: { previous_message_id: null }, system: "x" }],
  ])("say %s", async (_, second) => {
    expect(await told(second)).toBeNull();
  });

  test("give no comparison where something else has changed, or nothing is known of the other request", async () => {
    expect(await told({ tool_choice: { type: "none" } })).toEqual({
      cache_miss_reason: { type: "unavailable" },
    });
    expect(await told({}, "msg_01unknown")).toEqual({
      cache_miss_reason: { type: "previous_message_not_found" },
    });
  });

  test("stand at the beginning of a stream", async () => {
    const simulator = createSimulator({ pace });
    const body = bodyWith({ ...base, stream: true, diagnostics: { previous_message_id: "msg_01unknown" } });
    const [start] = eventsOf((await chunksOf(await ask(simulator, { body }))).join(""));
    expect(Object(start?.message).diagnostics).toEqual({
      cache_miss_reason: { type: "previous_message_not_found" },
    });
  });
});
