// Which calls does the model make with tools it has never seen?

import { describe, expect, test } from "vitest";
import { asks, named, reply, resultOf } from "../testing/conversation";

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
