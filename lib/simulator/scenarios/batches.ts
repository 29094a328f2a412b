// Which scenarios show tool calls that run at the same time, and calls that cannot?

import type { Scenario } from "./scenario";

const waitLabels = ["a slow page", "a fast cache", "a busy queue", "a far database"];

export const batchScenarios: readonly Scenario[] = [
  {
    name: "four-parallel-calls",
    title: "Four parallel calls",
    teaches:
      "One reply can hold several tool calls; run together they take as long as the slowest, not as long as all.",
    prompt: "What's the weather in San Francisco and New York, and what time is it in each?",
    tools: ["get_weather", "get_time"],
  },
  {
    name: "weather-and-sum",
    title: "Two unlike questions",
    teaches: "Calls of different tools share a batch as long as none needs what another brings.",
    prompt: "What's the weather like in Paris? Also, what's 15 + 27?",
    tools: ["get_weather", "calculate_sum"],
  },
  {
    name: "parallel-then-dependent",
    title: "Parallel, then dependent",
    teaches: "What needs no result goes first and together; what needs one waits for the turn after.",
    prompt:
      "Get the share prices of Apple and Microsoft, add them up, and draw a bar chart of both and their sum.",
    tools: ["get_stock_price", "calculate_sum", "draw_chart"],
    script: {
      turns: [
        {
          content: [
            {
              type: "text",
              text: "The two prices need nothing but their symbols, so I'll get both at once.",
            },
            { type: "tool_use", name: "get_stock_price", input: { symbol: "AAPL" } },
            { type: "tool_use", name: "get_stock_price", input: { symbol: "MSFT" } },
          ],
        },
        {
          content: [
            {
              type: "text",
              text: "The sum needs both prices, which are here now. I'll take them in round numbers.",
            },
            { type: "tool_use", name: "calculate_sum", input: { numbers: [230, 430] } },
          ],
        },
        {
          content: [
            { type: "text", text: "And the chart needs the sum." },
            {
              type: "tool_use",
              name: "draw_chart",
              input: {
                title: "Share prices in round numbers",
                kind: "bar",
                labels: ["AAPL", "MSFT", "Together"],
                values: [230, 430, 660],
              },
            },
          ],
        },
        {
          content: [
            {
              type: "text",
              text: "Done in three steps: two prices at the same time, their sum of 660 in round numbers, and a chart of all three. Each step had to wait for the one before.",
            },
          ],
        },
      ],
    },
  },
  {
    name: "slow-and-fast",
    title: "Slow and fast",
    teaches: "A batch lasts as long as its slowest call: compare its wall time with the sum of all four.",
    prompt: "Ask four services that answer at very different speeds.",
    tools: ["wait"],
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll ask all four at once: " },
            ...[1.6, 0.2, 0.8, 0.4].map((seconds, index) => ({
              type: "tool_use",
              name: "wait",
              input: { seconds, label: waitLabels[index] },
            })),
          ],
        },
        {
          content: [
            {
              type: "text",
              text: "All four have answered. Together they took as long as the slowest, not 3 seconds.",
            },
          ],
        },
      ],
    },
  },
  {
    name: "sixteen-call-batch",
    title: "Sixteen calls at once",
    teaches: "A batch may be wide: sixteen calls of 300 ms each still take about 300 ms.",
    prompt: "Check sixteen services at once.",
    tools: ["wait"],
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "Sixteen checks, none of which needs another." },
            ...Array.from({ length: 16 }, (_, index) => ({
              type: "tool_use",
              name: "wait",
              input: { seconds: 0.3, label: `service ${index + 1}` },
            })),
          ],
          tokensPerSecond: 400,
        },
        { content: [{ type: "text", text: "All sixteen services have answered." }] },
      ],
    },
  },
];
