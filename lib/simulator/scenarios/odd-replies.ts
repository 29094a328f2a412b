// Which scenarios show replies and results that are empty, or of a kind nobody knows?

import type { Scenario } from "./scenario";

export const oddReplyScenarios: readonly Scenario[] = [
  {
    name: "empty-result",
    title: "An empty result",
    teaches:
      "A tool may bring back nothing at all: an empty result still answers its call, and the loop goes on.",
    prompt: "Mark message 41 as read.",
    tools: [
      {
        name: "mark_as_read",
        description: "Mark a message as read",
        inputSchema: { type: "object", properties: { message: { type: "integer" } }, required: ["message"] },
        handler: { kind: "fixed", content: "" },
      },
    ],
    script: {
      turns: [
        { content: [{ type: "tool_use", name: "mark_as_read", input: { message: 41 } }] },
        { content: [{ type: "text", text: "Message 41 is marked as read." }] },
      ],
    },
  },
  {
    name: "empty-final-reply",
    title: "An empty last reply",
    teaches:
      "After the results a model may have nothing to add: no block and end_turn is an end, and asking again unchanged changes nothing.",
    prompt: "Wait a moment, and say nothing.",
    tools: ["wait"],
    script: {
      turns: [
        { content: [{ type: "tool_use", name: "wait", input: { seconds: 0.2, label: "a moment" } }] },
        { content: [], stop_reason: "end_turn" },
      ],
    },
  },
  {
    name: "unknown-kinds",
    title: "Kinds nobody knows",
    teaches:
      "New kinds of events and blocks come without notice: a client passes over what it does not know, and keeps the rest.",
    prompt: "Say something new.",
    tools: [],
    script: {
      turns: [
        {
          content: [
            { type: "text", text: "Before the new block." },
            { type: "hologram", format: "tesseract", data: "AAECAwQ=" },
            { type: "text", text: " And after it." },
          ],
        },
      ],
    },
    faults: [{ turn: 1, kind: "unknown-event" }],
  },
];
