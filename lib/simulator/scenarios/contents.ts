// Which scenarios show results that are more than text?

import type { Scenario } from "./scenario";

export const contentScenarios: readonly Scenario[] = [
  {
    name: "image-and-document",
    title: "An image and a document",
    teaches: "A tool result may hold images and documents, not only text, and the model sees them.",
    prompt: "Draw a bar chart of apples 12, pears 7 and plums 9, and read the travel policy.",
    tools: ["draw_chart", "read_document"],
  },
  {
    name: "thinking-with-tools",
    title: "Thinking between calls",
    teaches: "Thinking blocks carry a signature and go back unchanged with the rest of the reply.",
    prompt: "What's the weather in Rome and Athens, and what's 18 + 24?",
    tools: ["get_weather", "calculate_sum"],
    params: { thinking: { type: "adaptive", display: "summarized" } },
  },
];
