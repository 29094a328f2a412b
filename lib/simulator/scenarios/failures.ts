// Which scenarios show something going wrong, in a tool, at the provider or on the way?

import type { Scenario } from "./scenario";

export const failureScenarios: readonly Scenario[] = [
  {
    name: "failing-tool",
    title: "A failing tool",
    teaches:
      "A tool that fails is a result like any other: with is_error set, the model reads it and tries another way.",
    prompt: "Start the export and the backup, and see to it that both get done.",
    tools: ["wait"],
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll start both." },
            { type: "tool_use", name: "wait", input: { seconds: 0.6, label: "export" } },
            { type: "tool_use", name: "wait", input: { seconds: 0.3, fail: true, label: "backup" } },
          ],
        },
        {
          content: [
            { type: "text", text: "The export is done, the backup failed. I'll start the backup again." },
            { type: "tool_use", name: "wait", input: { seconds: 0.5, label: "backup, second try" } },
          ],
        },
        {
          content: [
            { type: "text", text: "Both are done: the export at once, the backup on its second try." },
          ],
        },
      ],
    },
  },
  {
    name: "unknown-tool",
    title: "A tool nobody gave it",
    teaches: "A model can call a tool that does not exist; an instructive error result brings it back.",
    prompt: "Look up the weather in Lisbon in the almanac.",
    tools: ["get_weather"],
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll open the almanac." },
            { type: "tool_use", name: "open_almanac", input: { page: "Lisbon" } },
          ],
        },
        {
          content: [
            { type: "text", text: "There is no such tool. I'll use the one I was given." },
            { type: "tool_use", name: "get_weather", input: { location: "Lisbon" } },
          ],
        },
        {
          content: [
            {
              type: "text",
              text: "There is no almanac here, but the weather service has answered for Lisbon.",
            },
          ],
        },
      ],
    },
  },
  {
    name: "overloaded-once",
    title: "Overloaded once",
    teaches: "A 529 is worth another attempt at the same turn: two requests, one turn.",
    prompt: "What's the weather in Oslo?",
    tools: ["get_weather"],
    faults: [{ turn: 1, attempt: 1, kind: "status", status: 529 }],
  },
  {
    name: "rate-limited",
    title: "Rate limited",
    teaches: "A 429 says in retry-after how long to wait, and a loop that listens does not have to guess.",
    prompt: "What time is it in Tokyo and Nairobi?",
    tools: ["get_time"],
    faults: [{ turn: 1, attempt: 1, kind: "status", status: 429, retryAfter: 1 }],
  },
  {
    name: "stalled-stream",
    title: "A stalled stream",
    teaches:
      "A stream may stop for seconds and then go on: patience gets the whole reply, an idle limit gets a second attempt.",
    prompt: "What's the weather in Reykjavik and in Cairo?",
    tools: ["get_weather"],
    faults: [{ turn: 1, attempt: 1, kind: "stall", delayMs: 4_000 }],
  },
  {
    name: "cut-in-tool-json",
    title: "Cut in a tool call",
    teaches: "A stream that ends in the middle of a call's input leaves a call that must never be executed.",
    prompt: "What's the weather in Buenos Aires and in Johannesburg?",
    tools: ["get_weather"],
    faults: [{ turn: 1, kind: "cut" }],
  },
];
