// Does each condition choose the reply it should, and no other?

import { describe, expect, test } from "vitest";
import type { MessagesRequest } from "../api/messages-request";
import { scriptSchema } from "./script";
import { turnOfScript } from "./turn-of-script";

const text = (words: string) => [{ type: "text", text: words }];

/** Whether an entry with that condition is chosen ahead of the one matched by turn. */
function chosen(when: object, request: Partial<MessagesRequest> = {}, turn = 0): boolean {
  const script = scriptSchema.parse({
    turns: [{ content: text("by turn") }, { when, content: text("by condition") }],
  });
  const whole: MessagesRequest = {
    model: "claude-opus-5",
    messages: [{ role: "user", content: "Hello" }],
    ...request,
  };
  return turnOfScript(script, turn, whole) === 1;
}

function results(...contents: { content: string; is_error?: boolean }[]): Partial<MessagesRequest> {
  return {
    messages: [
      {
        role: "user",
        content: contents.map((result, index) => ({
          type: "tool_result",
          tool_use_id: `toolu_${index}`,
          ...result,
        })),
      },
    ],
  };
}

describe("a condition", () => {
  test.each<[string, object, Partial<MessagesRequest>, Partial<MessagesRequest>]>([
    [
      "that a result is an error",
      { hasErrorResult: true },
      results({ content: "fine" }, { content: "broken", is_error: true }),
      results({ content: "fine" }, { content: "broken" }),
    ],
    [
      "that a prompt mentions a text",
      { mentions: "weather" },
      { messages: [{ role: "user", content: "The WEATHER, please" }] },
      { messages: [{ role: "user", content: "The time, please" }] },
    ],
    [
      "that a result mentions a text",
      { mentions: "Lisbon" },
      results({ content: "Lisbon: 21" }),
      results({ content: "Oslo" }),
    ],
    ["of enough room", { maxTokensAtLeast: 100 }, { max_tokens: 100 }, { max_tokens: 99 }],
    ["that a tool is there", { toolPresent: "a" }, { tools: [{ name: "a" }] }, { tools: [{ name: "b" }] }],
    ["that a tool is gone", { toolAbsent: "a" }, {}, { tools: [{ name: "a" }] }],
    [
      "that no container is named",
      { hasContainer: false },
      { container: null },
      { container: "container_1" },
    ],
    [
      "of several fields",
      { mentions: "hello", toolPresent: "a" },
      { tools: [{ name: "a" }] },
      { tools: [{ name: "a" }], messages: [{ role: "user", content: "Bye" }] },
    ],
  ])("%s holds, and just does not", (_, when, fitting, missing) => {
    expect([chosen(when, fitting), chosen(when, missing)]).toEqual([true, false]);
  });

  test("may name the turn as well", () => {
    expect([chosen({ turn: 2 }, {}, 1), chosen({ turn: 2 }, {}, 0)]).toEqual([true, false]);
  });

  test("without a field is refused, and so is a fault beside it", () => {
    const parse = (entry: object) => scriptSchema.safeParse({ turns: [{ content: [], ...entry }] });
    expect(parse({ when: {} }).error?.issues[0]?.message).toContain("at least one field");
    expect(parse({ when: { turn: 1 }, fault: { kind: "cut" } }).error?.issues[0]?.message).toContain(
      "without `when`",
    );
    expect(parse({ fault: { kind: "cut" } }).success).toBe(true);
  });
});

test("entries without a condition are counted among themselves, and past the last one the script has ended", () => {
  const script = scriptSchema.parse({
    turns: [{ content: text("1") }, { when: { mentions: "stop" }, content: [] }, { content: text("2") }],
  });
  const request = { model: "claude-opus-5", messages: [{ role: "user" as const, content: "Go on" }] };
  expect([0, 1, 2, 3].map((turn) => turnOfScript(script, turn, request))).toEqual([0, 2, 3, 4]);
});
