import { expect, it } from "vitest";
import { unknownTool } from "./unknown-tool";

const context = { toolCallId: "toolu_1", signal: new AbortController().signal, log: () => undefined };
const answer = async (name: string, known: string[]) => unknownTool(name, known).run({}, context);

it("answers every call with the tools there are and the one probably meant", async () => {
  expect(unknownTool("x", []).handler).toBe("none");
  expect(await answer("getWeather", ["get_time", "get_weather"])).toEqual({
    isError: true,
    content:
      'Error: there is no tool named "getWeather". Did you mean get_weather? Available tools: get_time, get_weather.',
  });
});

it("guesses nothing far-fetched", async () => {
  const { content } = await answer("send_email", ["get_time", "wait"]);
  expect(content).toBe('Error: there is no tool named "send_email". Available tools: get_time, wait.');
});

it("says so where there are no tools, and shortens a long list", async () => {
  expect((await answer("x", [])).content).toContain("No tools are available");
  const many = Array.from({ length: 80 }, (_, index) => `tool_${index}_${"z".repeat(20)}`);
  expect((await answer("x", many)).content).toMatch(/, and 30 more\.$/);
});
