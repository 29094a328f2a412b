// Which scenarios are long, in text or in turns?

import type { Scenario } from "./scenario";

const story = [
  "A tool loop is a conversation with an errand in the middle. The program sends a question and a list of tools. The model may answer at once, but it may also write a call: a name, and an input that fits the tool's schema. It does not run anything. It only says what it would like to know.",
  "The program runs the call and sends the result back, together with everything that was said before. That last part is easy to overlook. The API keeps no memory between requests, so whatever the next turn needs has to be in the next request: the question, the reply with its calls, the results, the tools, and the headers that say who is asking and with which features.",
  "Most broken loops have lost something there. A gateway drops a header on the second request. A framework keeps the text of a reply and forgets its other blocks. A result is missing because its tool threw an exception, and the API then refuses the whole conversation, since every call must have its result.",
  "The good news is that all of this can be seen. Every request is a list of headers and a body. Every reply is a sequence of blocks. If you put two requests next to each other, what went missing is simply not there, and once you have seen it you will not look for it in the model again.",
  "There is one more thing to know, and it is the pleasant one. A reply can hold several calls at once. When none of them needs what another brings, they can all run at the same time, and four questions take as long as the slowest of them. You only have to send all the results back in one message.",
];

export const longScenarios: readonly Scenario[] = [
  {
    name: "long-answer",
    title: "A long answer",
    teaches: "Text streams as it is written: hundreds of small events that a page has to keep up with.",
    prompt: "Explain at length what a tool loop is.",
    tools: [],
    script: { turns: [{ content: [{ type: "text", text: story.join("\n\n") }] }] },
  },
  {
    name: "hundred-turns",
    title: "A hundred turns",
    teaches:
      "A loop can be long: the history grows with every turn, and so does what each request sends again.",
    prompt: "Count to ninety-nine, one call at a time.",
    tools: ["calculate_sum"],
    params: { maxTurns: 120 },
    script: {
      turns: [
        ...Array.from({ length: 99 }, (_, index) => ({
          content: [{ type: "tool_use", name: "calculate_sum", input: { numbers: [index, 1] } }],
        })),
        { content: [{ type: "text", text: "Ninety-nine calls, a hundred turns." }] },
      ],
      pace: { timeToFirstTokenMs: 20, tokensPerSecond: 1000 },
    },
  },
];
