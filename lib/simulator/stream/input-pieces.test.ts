// Does the input of a call arrive key by key, and as it is written where the tool asks for that?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, chunksOf, eventsOf, usualHeaders } from "../testing/ask";
import { fieldPieces } from "./input-pieces";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const input = {
  location: "Paris, in the very north",
  days: [1, 2, { a: "b,c" }],
  note: 'a "quoted", } word',
};
simulator.registerScript("call", { turns: [{ content: [{ type: "tool_use", name: "plan", input }] }] });
simulator.registerScript("member", {
  turns: [{ content: [{ type: "tool_use", name: "click", toolset_name: "browser", input }] }],
});

async function piecesOf(
  tool: object,
  { path = "/~call/v1/messages", fields = {}, betas = [] as readonly string[] } = {},
): Promise<string[]> {
  const tools = [{ name: "plan", input_schema: { type: "object" }, ...tool }];
  const response = await ask(simulator, {
    path,
    headers: [...usualHeaders, ...betas.map((beta): [string, string] => ["anthropic-beta", beta])],
    body: bodyWith({ stream: true, tools, ...fields }),
  });
  return eventsOf((await chunksOf(response)).join("")).flatMap(({ delta }) =>
    Object(delta).type === "input_json_delta" ? [String(Object(delta).partial_json)] : [],
  );
}

describe("the input of a call", () => {
  test("arrives one key and value at a time, after an empty piece", async () => {
    expect(await piecesOf({})).toEqual([
      "",
      '{"location":"Paris, in the very north"',
      ',"days":[1,2,{"a":"b,c"}]',
      ',"note":"a \\"quoted\\", } word"',
      "}",
    ]);
  });

  test.each([
    ["its tool says so", { eager_input_streaming: true }, []],
    ["the beta says so for all", {}, ["fine-grained-tool-streaming-2025-05-14"]],
  ])("arrives in fine pieces where %s", async (_, tool, betas) => {
    const pieces = await piecesOf(tool, { betas });
    expect(pieces[0]).toBe("");
    expect(pieces.length).toBeGreaterThan(8);
    expect(JSON.parse(pieces.join(""))).toEqual(input);
  });

  test("keeps to keys where the tool says so in spite of the beta", async () => {
    const betas = ["fine-grained-tool-streaming-2025-05-14"];
    expect(await piecesOf({ eager_input_streaming: false }, { betas })).toHaveLength(5);
  });

  test("is left in the middle of a value where max_tokens cuts it", async () => {
    const pieces = await piecesOf({ eager_input_streaming: true }, { fields: { max_tokens: 6 } });
    expect(JSON.stringify(input).startsWith(pieces.join(""))).toBe(true);
    expect(() => JSON.parse(pieces.join(""))).toThrow(SyntaxError);
  });

  test("of a member of a toolset arrives whole", async () => {
    expect(await piecesOf({}, { path: "/~member/v1/messages" })).toEqual([JSON.stringify(input)]);
  });
});

describe("pieces of JSON", () => {
  test.each(["", "{}", '{"a":1}', '{"a":{"b":[1,2]},"c":"}"', '{"a":"un', '{"a":1,"b'])(
    "are all of the text: %s",
    (text) => {
      expect(fieldPieces(text).join("")).toBe(text);
    },
  );
});
