// Is a body compared for what is new in it, and are made-up ids no difference?
import { describe, expect, it } from "vitest";
import { compareBodies, countDifferences, repeatedMessages } from "./compare-bodies";
import { createEventBuilder, toolResults, toolUse } from "./testing/event-builder";

const ask = { role: "user", content: "Weather?" };

function runWithCall(id: string, options: { thread?: boolean } = {}) {
  const results = toolResults(id);
  const second =
    options.thread === true ? [results] : [ask, { role: "assistant", content: [toolUse(id)] }, results];
  return createEventBuilder()
    .turn()
    .request({ body: { model: "m", messages: [ask] } })
    .reply({ content: [toolUse(id)], stopReason: "tool_use" })
    .endTurn()
    .turn()
    .request({ body: { model: "m", messages: second } })
    .reply()
    .run();
}

const secondRequests = (...runs: readonly ReturnType<typeof runWithCall>[]) =>
  runs.map((run) => run.turns[1]?.requests[0] ?? null);

describe("request bodies side by side", () => {
  it("counts repeated messages instead of comparing them again", () => {
    const rows = compareBodies(
      secondRequests(runWithCall("toolu_aaaaaa"), runWithCall("toolu_aaaaaa")),
      0,
      false,
    );
    const repeated = rows.find((row) => row.label === repeatedMessages);
    expect(repeated?.cells.map((cell) => cell.value)).toEqual([1, 1]);
    expect(rows.find((row) => row.label === "messages")?.children.map((row) => row.label)).toEqual([
      "1 assistant",
      "2 user",
    ]);
    expect(countDifferences(rows)).toBe(0);
  });

  it("shows a thread's second request for what it is: no history", () => {
    const rows = compareBodies(
      secondRequests(runWithCall("toolu_aaaaaa"), runWithCall("toolu_aaaaaa", { thread: true })),
      0,
      true,
    );
    expect(rows.find((row) => row.label === repeatedMessages)?.cells.map((cell) => cell.value)).toEqual([
      1, 0,
    ]);
    const messages = rows.find((row) => row.label === "messages")?.children ?? [];
    expect(messages.map((row) => row.cells.map((cell) => cell.mark))).toEqual([
      ["same", "missing"],
      ["same", "same"],
    ]);
  });

  it("lets generated ids count by their place, when asked to", () => {
    const requests = secondRequests(runWithCall("toolu_aaaaaa"), runWithCall("toolu_bbbbbb"));
    expect(countDifferences(compareBodies(requests, 0, true))).toBe(0);
    expect(countDifferences(compareBodies(requests, 0, false))).toBe(2);
  });

  it("shows a body that is no JSON as its text", () => {
    const [request] = secondRequests(runWithCall("toolu_aaaaaa"));
    const text = { ...request, body: "a=b", delta: null } as NonNullable<typeof request>;
    const rows = compareBodies([text, null], 0, true);
    expect(rows[0]?.cells).toEqual([
      { mark: "same", value: "a=b" },
      { mark: "nothing", value: undefined },
    ]);
  });
});
