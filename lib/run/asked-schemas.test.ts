import { expect, it } from "vitest";
import { askedSchemas, openPauses } from "./asked-schemas";
import { createEventBuilder } from "./testing/event-builder";

const inputSchema = { type: "object", properties: { city: { type: "string" } } };
const answerSchema = { type: "object", properties: { stars: { type: "integer" } } };

it("finds the schemas of a tool of the setup, and of a built-in one in what was sent", () => {
  const ask = {
    name: "ask",
    description: "",
    inputSchema,
    handler: { kind: "human" as const, answerSchema },
  };
  const body = { messages: [], tools: [{ name: "get_weather", input_schema: inputSchema }] };
  const run = createEventBuilder({ tools: [ask, "get_weather"] })
    .turn()
    .request({ body })
    .run();
  expect(askedSchemas(run, "ask")).toEqual({ answerSchema, inputSchema });
  expect(askedSchemas(run, "get_weather")).toEqual({ answerSchema: null, inputSchema });
  expect(askedSchemas(run, "nothing")).toEqual({ answerSchema: null, inputSchema: null });
});

it("lists the waits that are open", () => {
  const log = createEventBuilder().turn().batch().call("a").call("b").pause("p1", "a").pause("p2", "b");
  expect(openPauses(log.resume("p1").soFar()).map((pause) => pause.pauseId)).toEqual(["p2"]);
});
