// Are the edits of the context that a request orders made, and told?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { type Asked, ask, bodyWith, chunksOf, eventsOf, messageFrom, usualHeaders } from "../testing/ask";
import { playgroundTools } from "../testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const call = (id: number, name = "get_weather") => ({
  type: "tool_use",
  id: `toolu_${id}`,
  name,
  input: { location: `Place number ${id} of a good many places` },
});
const turn = (id: number, name?: string) => [
  { role: "assistant", content: [call(id, name)] },
  {
    role: "user",
    content: [
      { type: "tool_result", tool_use_id: `toolu_${id}`, content: `${id} °C and ${"rain ".repeat(200)}` },
    ],
  },
];
const says = (content: string) => ({ role: "user", content });
const history = [
  says("What is the weather?"),
  ...[1, 2, 3, 4].flatMap((id) => turn(id)),
  ...turn(5, "get_time"),
];
const edited = (edits: readonly object[], fields: Record<string, unknown> = {}): Asked => ({
  headers: [...usualHeaders, ["anthropic-beta", "context-management-2025-06-27"]],
  body: bodyWith({ tools: playgroundTools, messages: history, context_management: { edits }, ...fields }),
});
const clearing = (fields: object = {}) => ({
  type: "clear_tool_uses_20250919",
  trigger: { type: "tool_uses", value: 3 },
  keep: { type: "tool_uses", value: 2 },
  ...fields,
});
const answer = (edits: readonly object[], fields: Record<string, unknown> = {}) =>
  messageFrom(simulator, edited(edits, fields));
const applied = async (...args: Parameters<typeof answer>) =>
  Object((await answer(...args)).context_management).applied_edits;

describe("clearing of tool uses", () => {
  test("takes the oldest results out of the prompt, and says how many and how much", async () => {
    const whole = await answer([]);
    const message = await answer([clearing()]);
    const [edit, ...others] = Object(message.context_management).applied_edits;
    expect(others).toEqual([]);
    expect(edit).toMatchObject({ type: "clear_tool_uses_20250919", cleared_tool_uses: 3 });
    expect(edit.cleared_input_tokens).toBeGreaterThan(500);
    expect(message.usage.input_tokens).toBe(whole.usage.input_tokens - edit.cleared_input_tokens);
    expect(whole.context_management).toEqual({ applied_edits: [] });
  });

  test.each([
    ["below its trigger", { trigger: { type: "tool_uses", value: 5 } }],
    ["below the 100,000 tokens that are its trigger where it names none", { trigger: null }],
    [
      "with fewer tokens to clear than it asks for",
      { clear_at_least: { type: "input_tokens", value: 50_000 } },
    ],
    ["with all results to be kept", { keep: { type: "tool_uses", value: 5 } }],
  ])("is not made %s", async (_, fields) => {
    expect(await applied([clearing(fields)])).toEqual([]);
  });

  test("keeps three results where it does not say how many, and leaves excluded tools out of the count", async () => {
    expect(await applied([clearing({ keep: undefined })])).toMatchObject([{ cleared_tool_uses: 2 }]);
    const excluding = clearing({ exclude_tools: ["get_weather"], keep: { type: "tool_uses", value: 0 } });
    expect(await applied([excluding])).toMatchObject([{ cleared_tool_uses: 1 }]);
  });

  test("takes the inputs out as well where it is told to, of all tools or of some", async () => {
    const tokens = async (inputs: unknown) =>
      (await applied([clearing({ clear_tool_inputs: inputs })]))[0].cleared_input_tokens;
    const results = await tokens(false);
    expect(await tokens(true)).toBeGreaterThan(results);
    expect(await tokens(["get_weather"])).toBe(await tokens(true));
    expect(await tokens(["get_time"])).toBe(results);
  });
});

describe("clearing of thinking", () => {
  const thought = async (prompt: string, before: readonly object[]) => {
    const messages = [...before, says(prompt)];
    const reply = await messageFrom(simulator, edited([], { ...thinking, tools: [], messages }));
    return [...messages, { role: "assistant", content: reply.content }];
  };
  const thinking = { thinking: { type: "adaptive", display: "summarized" } };
  const keeping = (keep: unknown) => ({ type: "clear_thinking_20251015", keep });

  test("keeps that of the last turns, all of it where it says so or says nothing", async () => {
    const three = await thought("And?", await thought("Well?", await thought("Hello", [])));
    const messages = [...three, says("Go on")];
    const clear = (keep: unknown) => applied([keeping(keep)], { ...thinking, tools: [], messages });
    const [edit] = await clear({ type: "thinking_turns", value: 1 });
    expect(edit).toMatchObject({ type: "clear_thinking_20251015", cleared_thinking_turns: 2 });
    expect(edit.cleared_input_tokens).toBeGreaterThan(0);
    for (const all of ["all", { type: "all" }, undefined, { type: "thinking_turns", value: 3 }])
      expect(await clear(all)).toEqual([]);
  });
});

test("a stream tells of edits in its last event but one", async () => {
  const events = eventsOf(
    (await chunksOf(await ask(simulator, edited([clearing()], { stream: true })))).join(""),
  );
  expect(Object(events[0]?.message).context_management).toBeNull();
  expect(events.at(-2)).toMatchObject({
    type: "message_delta",
    context_management: { applied_edits: [{ cleared_tool_uses: 3 }] },
  });
});

test("where tokens are counted, those before the edits are told too", async () => {
  const { max_tokens: _limit, ...body } = Object(edited([clearing()]).body);
  const asked = { ...edited([]), path: "/v1/messages/count_tokens" };
  const counted = JSON.parse(String((await ask(simulator, { ...asked, body })).body));
  const plain = JSON.parse(
    String((await ask(simulator, { ...asked, body: { ...body, context_management: null } })).body),
  );
  expect(counted.context_management).toEqual({ original_input_tokens: plain.input_tokens });
  expect(counted.input_tokens).toBeLessThan(plain.input_tokens);
  expect(plain).not.toHaveProperty("context_management");
});
