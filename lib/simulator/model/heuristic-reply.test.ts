// Does the model do something sensible with tools it has never seen?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, errorIn, messageFrom } from "../testing/ask";
import { playgroundTools, unheardTools } from "../testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const tools: readonly object[] = [...playgroundTools, ...unheardTools];

type Call = { readonly id: string; readonly name: string; readonly input: Record<string, unknown> };
type Told = {
  readonly calls: readonly Call[];
  readonly text: string;
  readonly stop: string | null;
  readonly types: readonly string[];
};

async function reply(messages: readonly unknown[], fields: Record<string, unknown> = {}): Promise<Told> {
  const message = await messageFrom(simulator, { body: bodyWith({ tools, messages, ...fields }) });
  const calls = message.content.filter((block) => block.type === "tool_use");
  return {
    calls: calls.map((block) => ({
      id: String(block.id),
      name: String(block.name),
      input: Object(block.input),
    })),
    text: message.content.map((block) => (typeof block.text === "string" ? block.text : "")).join(""),
    stop: message.stop_reason,
    types: message.content.map(({ type }) => type),
  };
}

const asks = (prompt: string, fields: Record<string, unknown> = {}) =>
  reply([{ role: "user", content: prompt }], fields);
const named = ({ calls }: Told) => calls.map(({ name, input }) => [name, input]);

/** Plays a whole loop and gives every reply; `run` answers a call, a thrown string being an error result. */
async function loop(
  prompt: string,
  run: (call: Call) => unknown,
  fields: Record<string, unknown> = {},
): Promise<readonly Told[]> {
  const messages: unknown[] = [{ role: "user", content: prompt }];
  const replies: Told[] = [];
  while (replies.length < 12) {
    const told = await reply(messages, fields);
    replies.push(told);
    if (told.stop !== "tool_use") break;
    messages.push(
      { role: "assistant", content: told.calls.map((call) => ({ type: "tool_use", ...call })) },
      { role: "user", content: told.calls.map((call) => resultOf(call, run)) },
    );
  }
  return replies;
}

function resultOf(call: Call, run: (call: Call) => unknown): object {
  const result = { type: "tool_result", tool_use_id: call.id };
  try {
    const value = run(call);
    return {
      ...result,
      content: typeof value === "string" || Array.isArray(value) ? value : JSON.stringify(value),
    };
  } catch (error) {
    return { ...result, content: String(error), is_error: true };
  }
}

describe("choosing calls", () => {
  test("asks for four things at once in one reply", async () => {
    const told = await asks("What's the weather in San Francisco and New York, and what time is it in each?");
    expect(told.types).toEqual(["text", "tool_use", "tool_use", "tool_use", "tool_use"]);
    expect(named(told)).toEqual([
      ["get_weather", { location: "San Francisco" }],
      ["get_weather", { location: "New York" }],
      ["get_time", { location: "San Francisco" }],
      ["get_time", { location: "New York" }],
    ]);
  });

  test.each<[string, readonly [string, object][]]>([
    [
      "What's the weather like in Paris? Also, what's 15 + 27?",
      [
        ["get_weather", { location: "Paris" }],
        ["calculate_sum", { numbers: [15, 27] }],
      ],
    ],
    [
      "Compare the share prices of Apple and MSFT",
      [
        ["get_stock_price", { symbol: "AAPL" }],
        ["get_stock_price", { symbol: "MSFT" }],
      ],
    ],
    [
      "Wait 1, 2 and 3 seconds in parallel",
      [
        ["wait", { seconds: 1 }],
        ["wait", { seconds: 2 }],
        ["wait", { seconds: 3 }],
      ],
    ],
    ["Wait 2 minutes", [["wait", { seconds: 120 }]]],
    ["What is 100 - 42?", [["calculate_sum", { numbers: [100, -42] }]]],
    ["Please add 1,200, 3.5 and -7", [["calculate_sum", { numbers: [1200, 3.5, -7] }]]],
    [
      "what's the weather in springfield, and in Paris in fahrenheit?",
      [["get_weather", { location: "Paris", unit: "fahrenheit" }]],
    ],
    [
      "Read the travel policy and the release notes",
      [
        ["read_document", { name: "travel-policy" }],
        ["read_document", { name: "release-notes" }],
      ],
    ],
    [
      "Draw a line chart of sales: Jan 10, Feb 20 and Mar 15",
      [["draw_chart", { title: "Sales", kind: "line", labels: ["Jan", "Feb", "Mar"], values: [10, 20, 15] }]],
    ],
    [
      "Find flights from Berlin to Rome on 2027-03-05",
      [["search_flights", { from: "Berlin", to: "Rome", date: "2027-03-05" }]],
    ],
    [
      "Today is 2026-12-30. Find a flight to Oslo from Lisbon tomorrow",
      [["search_flights", { from: "Lisbon", to: "Oslo", date: "2026-12-31" }]],
    ],
    [
      "Convert 50 euros to dollars and yen",
      [
        ["convert_currency", { amount: 50, from: "EUR", to: "USD" }],
        ["convert_currency", { amount: 50, from: "EUR", to: "JPY" }],
      ],
    ],
    [
      'Send an email to bob@example.com with subject "Lunch" saying "see you at noon, and bring Ann"',
      [["send_email", { to: "bob@example.com", subject: "Lunch", body: "see you at noon, and bring Ann" }]],
    ],
    [
      "Weather in Oslo and the time in Tokyo and Kyoto?",
      [
        ["get_weather", { location: "Oslo" }],
        ["get_time", { location: "Tokyo" }],
        ["get_time", { location: "Kyoto" }],
      ],
    ],
    [
      "What's the price of AAPL? And MSFT?",
      [
        ["get_stock_price", { symbol: "AAPL" }],
        ["get_stock_price", { symbol: "MSFT" }],
      ],
    ],
    ["Weather in Rome, and the weather in Rome again", [["get_weather", { location: "Rome" }]]],
    [
      "Email ann@example.com that the meeting moved to Friday",
      [
        [
          "send_email",
          { to: "ann@example.com", subject: "Meeting moved to Friday", body: "meeting moved to Friday" },
        ],
      ],
    ],
    ["Wait for half a second", [["wait", { seconds: 0.5 }]]],
    ["Multiply 6 by 7", []],
  ])("%s", async (prompt, expected) => {
    expect(named(await asks(prompt))).toEqual(expected);
  });

  test("fills a time zone from a place where that is all a tool takes", async () => {
    const clock = {
      name: "now",
      description: "Current time",
      input_schema: {
        type: "object",
        properties: { tz: { type: "string", description: "IANA time zone" } },
        required: ["tz"],
      },
    };
    expect(named(await asks("What time is it in Tokyo and New York?", { tools: [clock] }))).toEqual([
      ["now", { tz: "Asia/Tokyo" }],
      ["now", { tz: "America/New_York" }],
    ]);
  });

  test("takes from an example of the tool's own what the prompt does not say", async () => {
    const tool = {
      name: "create_ticket",
      description: "Create a support ticket",
      input_schema: {
        type: "object",
        properties: { queue: { type: "string", pattern: "^Q-\\d+$" }, urgent: { type: "boolean" } },
        required: ["queue", "urgent"],
      },
      input_examples: [{ queue: "Q-17", urgent: false }],
    };
    expect(named(await asks("Create a ticket, it is urgent", { tools: [tool] }))).toEqual([
      ["create_ticket", { queue: "Q-17", urgent: true }],
    ]);
  });

  test("makes a valid input where neither prompt nor example says anything", async () => {
    const tool = {
      name: "frobnicate",
      description: "Frobnicate",
      input_schema: {
        type: "object",
        properties: {
          level: { type: "integer", minimum: 3, multipleOf: 5 },
          mode: { enum: ["slow", "fast"] },
          tags: { type: "array", items: { type: "string", minLength: 9 }, minItems: 2 },
          nested: { $ref: "#/$defs/inner" },
        },
        required: ["level", "mode", "tags", "nested"],
        $defs: { inner: { type: "object", properties: { on: { type: "boolean" } }, required: ["on"] } },
      },
    };
    const [call] = (await asks("Frobnicate it", { tools: [tool] })).calls;
    expect(call?.input).toEqual({
      level: 5,
      mode: "slow",
      tags: ["examplexx", "examplexx"],
      nested: { on: false },
    });
  });

  test("says honestly that nothing fits, and calls nothing", async () => {
    const told = await asks("Tell me a joke");
    expect(told.stop).toBe("end_turn");
    expect(told.calls).toEqual([]);
    expect(told.text).toMatch(/^I am the simulator: no model is behind this reply/);
  });

  test("answers without tools too", async () => {
    const told = await asks("What is the weather in Paris?", { tools: undefined });
    expect(told.text).toContain("offers no tools");
  });

  test("asks again for another place when the next prompt only names that", async () => {
    const first = await asks("What's the weather in Paris?");
    const told = await reply([
      { role: "user", content: "What's the weather in Paris?" },
      { role: "assistant", content: first.calls.map((call) => ({ type: "tool_use", ...call })) },
      { role: "user", content: first.calls.map((call) => resultOf(call, () => "sunny")) },
      { role: "assistant", content: "Sunny." },
      { role: "user", content: "And in London?" },
    ]);
    expect(named(told)).toEqual([["get_weather", { location: "London" }]]);
  });
});

describe("tool_choice", () => {
  test("none calls nothing", async () => {
    expect((await asks("What's the weather in Paris?", { tool_choice: { type: "none" } })).calls).toEqual([]);
  });

  test("any calls something, with nothing said before it", async () => {
    const told = await asks("Tell me a joke", { tool_choice: { type: "any" } });
    expect(told.types).toEqual(["tool_use"]);
  });

  test("tool calls that tool, with what the prompt has for it", async () => {
    const told = await asks("Lisbon, please", { tool_choice: { type: "tool", name: "get_weather" } });
    expect(named(told)).toEqual([["get_weather", { location: "Lisbon" }]]);
  });

  test("disable_parallel_tool_use asks for one thing per turn until all are answered", async () => {
    const replies = await loop(
      "What's the weather in Rome and Oslo, and what's 1 + 2?",
      ({ name }) => ({ result: name }),
      { tool_choice: { type: "auto", disable_parallel_tool_use: true } },
    );
    expect(replies.map(({ calls }) => calls.length)).toEqual([1, 1, 1, 0]);
    expect(new Set(replies.flatMap(named).map((call) => JSON.stringify(call))).size).toBe(3);
  });
});

describe("answering", () => {
  test("tells the values that came back", async () => {
    const replies = await loop("What's the weather in Rome and Oslo?", ({ input }) =>
      input.location === "Rome"
        ? { location: "Rome", temperature: 21, unit: "celsius", conditions: "clear" }
        : "Snow, -3 degrees",
    );
    expect(replies.at(-1)?.text).toBe(
      "Here is what I found:\n- Weather for Rome: 21 °C, conditions clear.\n- Weather for Oslo: Snow, -3 degrees.",
    );
  });

  test("mentions images and documents", async () => {
    const replies = await loop("Draw a bar chart of a 1, b 2 and read the menu", ({ name }) =>
      name === "draw_chart"
        ? [{ type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } }]
        : [
            {
              type: "document",
              title: "Menu",
              source: { type: "text", media_type: "text/plain", data: "Soup, bread" },
            },
          ],
    );
    expect(replies.at(-1)?.text).toContain("I received an image (image/png)");
    expect(replies.at(-1)?.text).toContain(
      "I received the document “Menu” (text/plain), which begins: “Soup, bread…”",
    );
  });

  test("says what it has no tool for", async () => {
    const replies = await loop("What's the weather in Rome? Also, water all my plants.", () => "sunny");
    expect(replies.at(-1)?.text).toContain("I have no tool for “water all my plants”.");
  });

  test("does first what another call needs, and then that with the result", async () => {
    const replies = await loop("What's the weather in Oslo? Then email it to ann@example.com.", ({ name }) =>
      name === "get_weather" ? "Snow, -3 degrees" : "sent",
    );
    expect(replies.map(({ calls }) => calls.map(({ name }) => name))).toEqual([
      ["get_weather"],
      ["send_email"],
      [],
    ]);
    expect(String(replies[1]?.calls[0]?.input.body)).toContain("Snow, -3 degrees");
  });
});

describe("after an error", () => {
  test("tries once more with what the error suggests", async () => {
    const replies = await loop("What's the weather in Pari?", () => "never asked", { tools: [] });
    expect(replies).toHaveLength(1);
    const corrected = await loop("What's the weather in Springfield and Rome?", ({ input }) => {
      if (input.location === "Springfield")
        throw new Error('Unknown city "Springfield". Did you mean "Springfield, IL"?');
      return "sunny";
    });
    expect(corrected.map(named)).toEqual([
      [
        ["get_weather", { location: "Springfield" }],
        ["get_weather", { location: "Rome" }],
      ],
      [["get_weather", { location: "Springfield, IL" }]],
      [],
    ]);
    expect(corrected.at(-1)?.text).toContain("Weather for Springfield, IL: sunny.");
  });

  test("tries the same once more where the error may pass", async () => {
    let failures = 0;
    const replies = await loop("What's the weather in Rome?", () => {
      failures += 1;
      throw new Error("The service timed out");
    });
    expect(failures).toBe(2);
    expect(replies.at(-1)?.text).toContain("Weather for Rome did not work: Error: The service timed out.");
  });

  test("says so where nothing can be mended", async () => {
    const replies = await loop("What's the weather in Rome?", () => {
      throw new Error("No permission");
    });
    expect(replies.map(({ calls }) => calls.length)).toEqual([1, 0]);
    expect(replies.at(-1)?.text).toContain("No permission");
  });
});

describe("thinking", () => {
  test("is shown with a signature where its display is summarized, and not otherwise", async () => {
    const shown = await messageFrom(simulator, {
      body: bodyWith({ tools, thinking: { type: "adaptive", display: "summarized" } }),
    });
    expect(shown.content[0]).toMatchObject({
      type: "thinking",
      signature: expect.stringMatching(/^[A-Za-z0-9+/]{40,}=*$/),
    });
    expect((await asks("What's the weather in Paris?", { thinking: { type: "adaptive" } })).types).toEqual([
      "text",
      "tool_use",
    ]);
  });
});

describe("odd tools", () => {
  test.each([
    [
      "a property named __proto__",
      { properties: JSON.parse('{"__proto__":{"type":"string"}}'), required: ["__proto__"] },
    ],
    ["a schema that refers to itself", { properties: { next: { $ref: "#" } }, required: ["next"] }],
    [
      "a pattern that could run for ever",
      { properties: { a: { type: "string", pattern: "^(a+)+$" } }, required: ["a"] },
    ],
    ["properties that are booleans", { properties: { a: true, b: false }, required: ["a"] }],
    ["a required list of odd names", { required: ["constructor", "toString"] }],
  ])("with %s get an answer", async (_, schema) => {
    const tool = { name: "odd", description: "Odd", input_schema: { type: "object", ...schema } };
    const response = await ask(simulator, {
      body: bodyWith({ tools: [tool], tool_choice: { type: "any" } }),
    });
    expect(errorIn(response)).toBeUndefined();
  });
});
