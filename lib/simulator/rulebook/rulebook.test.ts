// Does each rule refuse what breaks it, in the API's words, and let through what just keeps it?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, errorIn } from "../testing/ask";
import { allCases as cases } from "./cases/all-cases";
import { type Asking, call, result, user, version, withBody, withMessages } from "./cases/rule-case";
import { rules, supersededRules } from "./rulebook";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });

const prepared = async (asking: Asking) => (typeof asking === "function" ? await asking(simulator) : asking);

/** Which rules have refused something since the last look: each reports it when it does. */
const refusedBy: string[] = [];
const nameOf = ({ number, errorCode, precondition }: (typeof rules)[number]) =>
  `${number ?? "unnumbered"} ${errorCode ?? ""} ${precondition}`;
for (const rule of rules) {
  // Every entry is a whole rule: its check is only left out of the type.
  const whole = rule as typeof rule & { violation: (subject: unknown) => unknown };
  const { violation } = whole;
  whole.violation = (subject) => {
    const found = violation(subject);
    if (found !== undefined) refusedBy.push(nameOf(rule));
    return found;
  };
}
/** The cases that each rule refused: it must be the last to have its say. */
const casesOf = new Map<string, string[]>();

describe("each rule", () => {
  test.each(cases)(
    "$rule refuses $when",
    async ({ rule, when, breaks, status = 400, message, errorCode }) => {
      const asked = await prepared(breaks);
      refusedBy.length = 0;
      const error = errorIn(await ask(simulator, asked));
      expect(error?.status).toBe(status);
      if (typeof message === "string") expect(error?.message).toBe(message);
      else expect(error?.message).toMatch(message);
      expect(error?.details?.error_code).toBe(errorCode);
      const [by = "none", ...others] = refusedBy;
      expect(others).toEqual([]);
      expect(by).toMatch(new RegExp(`^${rule ?? "unnumbered"} `));
      casesOf.set(by, [...(casesOf.get(by) ?? []), when]);
    },
  );

  test.each(cases)("$rule lets through what is just not $when", async ({ keeps }) => {
    expect(errorIn(await ask(simulator, await prepared(keeps)))).toBeUndefined();
  });

  test("has refused a case of its own, whose other half it lets through", () => {
    expect(rules.map(nameOf).filter((name) => !casesOf.has(name))).toEqual([]);
  });

  test("has a name of its own", () => {
    expect(new Set(rules.map(nameOf)).size).toBe(rules.length);
  });

  test("of the reference, 1 to 92, has an entry, or a reason to have none", () => {
    const entered = new Set(rules.map(({ number }) => number));
    const excepted = new Map(supersededRules.map(({ number, by }) => [number as number, by]));
    const numbers = Array.from({ length: 92 }, (_, index) => index + 1);
    expect(numbers.filter((number) => !entered.has(number) && !excepted.has(number))).toEqual([]);
    expect([...excepted.keys()].filter((number) => entered.has(number))).toEqual([]);
    expect([...excepted.values()].filter((by) => !entered.has(by))).toEqual([]);
  });
});

describe("the order of the rules", () => {
  test.each([
    ["the version before the credential", { headers: [] }, "anthropic-version: header is required"],
    ["the credential before the body", { headers: [version], body: "{" }, "x-api-key header is required"],
    [
      "the shape before the model",
      withBody({ model: "none", max_tokens: undefined }),
      "max_tokens: Field required",
    ],
    ["the model before its limits", withBody({ model: "none", max_tokens: 10_000_000 }), "model: none"],
    [
      "a thread before its missing messages",
      withBody({ thread: { type: "continue", previous_message_id: "msg_1" }, messages: [] }),
      /^thread: /,
    ],
  ])("holds %s", async (_, asked, message) => {
    expect(errorIn(await ask(simulator, asked))?.message).toMatch(message);
  });
});

describe("a conversation", () => {
  test("may answer the calls of one turn in consecutive user messages, which the API joins", async () => {
    const split = withMessages(
      user,
      { role: "assistant", content: [call("toolu_1"), call("toolu_2")] },
      { role: "user", content: [result("toolu_1")] },
      { role: "user", content: [result("toolu_2")] },
    );
    expect(errorIn(await ask(simulator, split))).toBeUndefined();
  });

  test("may end with an assistant message that paused in the middle of a server tool", async () => {
    const search = { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: {} };
    const paused = withBody({
      tools: [{ type: "web_search_20250305", name: "web_search" }],
      messages: [user, { role: "assistant", content: [search] }],
    });
    expect(errorIn(await ask(simulator, paused))).toBeUndefined();
  });
});
