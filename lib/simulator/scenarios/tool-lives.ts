// Which scenarios show tools that come, go and keep something between requests?

import type { Scenario, ScenarioTool } from "./scenario";

const exchangeRate: ScenarioTool = {
  name: "get_exchange_rate",
  description: "Get the exchange rate between two currencies, given by their ISO codes",
  inputSchema: {
    type: "object",
    properties: { from: { type: "string" }, to: { type: "string" } },
    required: ["from", "to"],
  },
  deferLoading: true,
  handler: { kind: "fixed", content: "1 {{input.from}} = 0.92 {{input.to}}" },
};

const trainTimes: ScenarioTool = {
  name: "get_train_times",
  description: "List the next trains from a station",
  inputSchema: { type: "object", properties: { station: { type: "string" } }, required: ["station"] },
  deferLoading: true,
  handler: { kind: "fixed", content: "10:04 and 10:34" },
};

const findTools: ScenarioTool = {
  name: "find_tools",
  description: "Find further tools for a task; the ones found can be called from then on",
  inputSchema: { type: "object", properties: { task: { type: "string" } }, required: ["task"] },
  handler: { kind: "fixed", content: [{ type: "tool_reference", tool_name: "get_exchange_rate" }] },
};

const salesOfQuarter: ScenarioTool = {
  name: "get_sales",
  description: "Get the sales of a quarter in euros",
  inputSchema: { type: "object", properties: { quarter: { type: "string" } }, required: ["quarter"] },
  allowedCallers: ["code_execution_20260120"],
  handler: { kind: "fixed", content: "1200" },
};

const bookTable: ScenarioTool = {
  name: "book_table",
  description: "Book a table at the restaurant",
  strict: true,
  inputSchema: {
    type: "object",
    properties: {
      date: { type: "string", format: "date" },
      party_size: { type: "integer" },
      area: { type: "string", enum: ["inside", "garden"] },
    },
    required: ["date", "party_size", "area"],
    additionalProperties: false,
  },
  handler: { kind: "fixed", content: "Booked: {{input.party_size}} people, {{input.area}}, {{input.date}}" },
};

const saleCalls = ["Q1", "Q2", "Q3"].map((quarter, index) => ({
  type: "tool_use",
  id: `toolu_01QuarterlySales${index + 1}`,
  name: "get_sales",
  input: { quarter },
  caller: { type: "code_execution_20260120", tool_id: "srvtoolu_01QuarterlySales" },
}));

export const grantedTool: Scenario = {
  name: "granted-tool",
  title: "A tool granted on the way",
  teaches:
    "A result may hold a tool_reference, which grants a deferred tool; forget its definition later, and every request is refused.",
  prompt: "Find a tool for exchange rates, and tell me how many euros a dollar is.",
  tools: [findTools, exchangeRate],
  script: {
    turns: [
      { content: [{ type: "tool_use", name: "find_tools", input: { task: "exchange rates" } }] },
      {
        content: [
          { type: "text", text: "Now I have a tool for it." },
          { type: "tool_use", name: "get_exchange_rate", input: { from: "USD", to: "EUR" } },
        ],
      },
      { content: [{ type: "text", text: "A dollar is 0.92 euros." }] },
    ],
  },
};

export const containerKept: Scenario = {
  name: "container-kept",
  title: "A container to keep",
  teaches:
    "Code that calls tools waits for them in a container: send its id with the results, for without it they are refused.",
  prompt: "Add up the sales of the first three quarters with a program.",
  tools: [salesOfQuarter],
  params: { serverTools: [{ type: "code_execution_20260120", name: "code_execution" }] },
  script: {
    turns: [
      {
        content: [
          { type: "text", text: "I'll write a program that asks for all three quarters." },
          {
            type: "server_tool_use",
            id: "srvtoolu_01QuarterlySales",
            name: "code_execution",
            input: {
              code: 'quarters = ["Q1", "Q2", "Q3"]\nsales = await asyncio.gather(*[get_sales({"quarter": q}) for q in quarters])\nprint(sum(int(s) for s in sales))',
            },
          },
          ...saleCalls,
        ],
        container: { id: "container_01QuarterlySales", expires_at: "2026-11-21T12:05:00Z", skills: null },
      },
      {
        content: [
          {
            type: "code_execution_tool_result",
            tool_use_id: "srvtoolu_01QuarterlySales",
            content: {
              type: "code_execution_result",
              stdout: "3600\n",
              stderr: "",
              return_code: 0,
              content: [],
            },
          },
          { type: "text", text: "The first three quarters sold for 3,600 euros." },
        ],
        container: { id: "container_01QuarterlySales", expires_at: "2026-11-21T12:10:00Z", skills: null },
      },
    ],
  },
};

export const toolLifeScenarios: readonly Scenario[] = [
  {
    name: "strict-schema",
    title: "A strict schema",
    teaches:
      "The input of a strict tool always fits its schema; in return the schema has to forbid additional properties.",
    prompt: "Book a table for four in the garden on June 12, 2027.",
    tools: [bookTable],
    script: {
      turns: [
        {
          content: [
            {
              type: "tool_use",
              name: "book_table",
              input: { date: "2027-06-12", party_size: 4, area: "garden" },
            },
          ],
        },
        { content: [{ type: "text", text: "A table for four in the garden is booked for June 12, 2027." }] },
      ],
    },
  },
  {
    name: "deferred-tool",
    title: "A deferred tool",
    teaches:
      "A tool with defer_loading is not in the prompt until a search finds it; it must stay in tools for good afterwards.",
    prompt: "How many euros is a dollar?",
    tools: [exchangeRate, trainTimes],
    params: { serverTools: [{ type: "tool_search_tool_bm25_20251119", name: "tool_search_tool_bm25" }] },
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll look for a tool that knows exchange rates." },
            {
              type: "server_tool_use",
              id: "srvtoolu_01ExchangeRateSearch",
              name: "tool_search_tool_bm25",
              input: { query: "currency exchange rate" },
            },
            {
              type: "tool_search_tool_result",
              tool_use_id: "srvtoolu_01ExchangeRateSearch",
              content: {
                type: "tool_search_tool_search_result",
                tool_references: [{ type: "tool_reference", tool_name: "get_exchange_rate" }],
              },
            },
            { type: "tool_use", name: "get_exchange_rate", input: { from: "USD", to: "EUR" } },
          ],
        },
        { content: [{ type: "text", text: "A dollar is 0.92 euros." }] },
      ],
    },
  },
  grantedTool,
  containerKept,
];
