// Which scenarios show a loop that loses something between two requests?

import type { Scenario } from "./scenario";
import { containerKept, grantedTool } from "./tool-lives";

export const lostStateScenarios: readonly Scenario[] = [
  {
    ...grantedTool,
    name: "granted-tool-forgotten",
    title: "A tool granted, then forgotten",
    teaches:
      "Our loop leaves out the definition of a granted tool: the API refuses that request, and every one after it.",
    params: { mishaps: ["forget-granted-tools"] },
  },
  {
    ...containerKept,
    name: "container-dropped",
    title: "A container dropped",
    teaches:
      "Our loop sends the results of a program's calls without the container that waits for them: the API refuses the request.",
    params: { ...containerKept.params, mishaps: ["forget-container"] },
  },
  {
    name: "default-headers-dropped",
    title: "Default headers dropped",
    teaches:
      "Our loop keeps the gateway's header on the first request only: the second goes on without a key, and the provider answers 401.",
    prompt: "What's the weather in Oslo and Rome?",
    tools: ["get_weather"],
    params: {
      gateway: true,
      defaultHeaders: [
        { name: "cf-aig-authorization", value: "Bearer demo" },
        { name: "x-request-source", value: "playground" },
      ],
      mishaps: ["drop-default-headers-on-follow-up"],
    },
  },
];
