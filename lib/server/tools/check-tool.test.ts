// Is everything wrong with a tool told, each thing at its field?
import { expect, it } from "vitest";
import { toolOptions } from "../testing/tool-options";
import { toolProblems } from "./check-tool";

const tool = {
  name: "look_up",
  description: "Looks things up.",
  inputSchema: { type: "object", properties: { n: { type: "integer" } } },
  handler: { kind: "fixed", content: "42" },
};
const problemsOf = (change: object) => toolProblems({ ...tool, ...change }, toolOptions);

it("finds nothing wrong with a good tool", () => {
  expect(problemsOf({ inputExamples: [{ n: 1 }] })).toEqual([]);
});

it.each([
  ["name", { name: "two words" }],
  ["inputSchema", { inputSchema: { type: "thing" } }],
  ["inputExamples.1", { inputExamples: [{ n: 1 }, { n: "one" }] }],
  ["handler.source", { handler: { kind: "javascript", source: "return" } }],
  ["handler.url", { handler: { kind: "http", url: "https://{{input.host}}/" } }],
  ["handler.content", { handler: { kind: "fixed", content: "", isError: true } }],
  ["handler.delayMs", { handler: { kind: "fixed", content: "", delayMs: -1 } }],
])("tells what is wrong at %s", (field, change) => {
  expect(problemsOf(change).map((problem) => problem.field)).toEqual([field]);
});

it("tells several at once, and the line of a source", () => {
  const change = {
    inputSchema: { type: 3 },
    handler: { kind: "javascript", source: "() => {\n  oops oops\n}" },
  };
  expect(problemsOf(change)).toMatchObject([{ field: "inputSchema" }, { field: "handler.source", line: 2 }]);
});

it("takes anything, a value that is no tool too", () => {
  expect(toolProblems(null, toolOptions)).not.toEqual([]);
});
