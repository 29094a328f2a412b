// Which scenarios show the ways in which a reply can end?

import type { Scenario } from "./scenario";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const temperatures = [4, 6, 9, 13, 17, 21, 24, 23, 19, 14, 8, 5];

export const endingScenarios: readonly Scenario[] = [
  {
    name: "max-tokens-in-tool-call",
    title: "Cut by max_tokens",
    teaches:
      "With too little room a call's input is cut off: it must not run, and the turn is tried again with more room.",
    prompt: "Draw a line chart of the average temperature in Vienna, month by month.",
    tools: ["draw_chart"],
    params: { maxTokens: 64 },
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll draw the twelve months." },
            {
              type: "tool_use",
              name: "draw_chart",
              input: {
                title: "Average temperature in Vienna, °C",
                kind: "line",
                labels: months,
                values: temperatures,
              },
            },
          ],
        },
        { content: [{ type: "text", text: "Here is the chart: from 4 °C in January to 24 °C in July." }] },
      ],
    },
  },
  {
    name: "pause-turn",
    title: "A paused turn",
    teaches: "When the API runs tools itself it may pause: send everything back unchanged and it goes on.",
    prompt: "Search the web for the height of the Matterhorn.",
    tools: [],
    params: { serverTools: [{ type: "web_search_20250305", name: "web_search" }] },
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll search for that." },
            {
              type: "server_tool_use",
              id: "srvtoolu_01MatterhornSearch1",
              name: "web_search",
              input: { query: "height of the Matterhorn" },
            },
            {
              type: "web_search_tool_result",
              tool_use_id: "srvtoolu_01MatterhornSearch1",
              content: [
                {
                  type: "web_search_result",
                  title: "Matterhorn",
                  url: "https://example.com/matterhorn",
                  encrypted_content: "c2ltdWxhdGVkIHBhZ2U6IE1hdHRlcmhvcm4=",
                  page_age: "March 3, 2026",
                },
              ],
            },
          ],
          stop_reason: "pause_turn",
        },
        {
          content: [
            { type: "text", text: "The Matterhorn is 4,478 m high, says the page the search found." },
          ],
        },
      ],
    },
  },
  {
    name: "refusal",
    title: "A refusal",
    teaches:
      "A refusal comes with status 200 and its own stop reason, perhaps with part of a reply: it is not an error, and not an answer.",
    prompt: "Please do something that a model declines.",
    tools: ["get_weather"],
    script: {
      turns: [
        {
          content: [{ type: "text", text: "I can't" }],
          stop_reason: "refusal",
          stop_details: {
            type: "refusal",
            category: null,
            explanation: "The simulator declines, as this scenario orders.",
          },
        },
      ],
    },
  },
];
