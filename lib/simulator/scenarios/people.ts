// Which scenarios show a person in the loop?

import type { Scenario, ScenarioTool } from "./scenario";

const askTraveller: ScenarioTool = {
  name: "ask_traveller",
  description: "Ask the traveller what only they know: their budget, and whether they need a quiet room.",
  inputSchema: { type: "object", properties: { question: { type: "string" } }, required: ["question"] },
  handler: {
    kind: "human",
    question: "{{input.question}}",
    answerSchema: {
      type: "object",
      properties: {
        budget: { type: "integer", title: "Budget per night", description: "In euros.", minimum: 0 },
        quiet: { type: "boolean", title: "A quiet room" },
      },
      required: ["budget", "quiet"],
    },
  },
};

const bookHotel: ScenarioTool = {
  name: "book_hotel",
  description: "Book a hotel. This costs money.",
  inputSchema: {
    type: "object",
    properties: { hotel: { type: "string" }, nights: { type: "integer", minimum: 1 } },
    required: ["hotel", "nights"],
  },
  needsApproval: true,
  handler: { kind: "fixed", content: "Booked: {{input.nights}} nights at the {{input.hotel}}." },
};

export const peopleScenarios: readonly Scenario[] = [
  {
    name: "person-in-the-loop",
    title: "A person in the loop",
    teaches:
      "A person can answer a call, or approve one before it runs; the other calls of the batch do not wait for them.",
    prompt: "Plan two nights in Lisbon: check the weather, ask me what you need to know, then book a hotel.",
    tools: ["get_weather", askTraveller, bookHotel],
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "I'll look at the weather, and ask you at the same time." },
            { type: "tool_use", name: "get_weather", input: { location: "Lisbon" } },
            {
              type: "tool_use",
              name: "ask_traveller",
              input: { question: "What may a night cost, and do you sleep lightly?" },
            },
          ],
        },
        {
          content: [
            { type: "text", text: "Thank you. This costs money, so please look at it first." },
            { type: "tool_use", name: "book_hotel", input: { hotel: "Casa do Jardim", nights: 2 } },
          ],
        },
        {
          content: [
            { type: "text", text: "That is all I can do for your trip to Lisbon. Have a good time." },
          ],
        },
      ],
    },
  },
];
