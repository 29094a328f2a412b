// Are setup, outcome and times of several runs told as they were?
import { describe, expect, it } from "vitest";
import { compareFacts } from "./compare-facts";
import { compareTimes } from "./compare-times";
import { alignTurns } from "./compare-turns";
import { createEventBuilder } from "./testing/event-builder";
import { headerSet } from "./testing/example-headers";

const oneTurn = (ms: number, version: string) =>
  createEventBuilder({ engine: { kind: "manual" } })
    .turn()
    .request({ headers: headerSet(["X-Stainless-Package-Version", version]) })
    .at(ms)
    .reply()
    .run();

const runner = createEventBuilder({ engine: { kind: "tool-runner", thread: false, sdkVersion: "0.80.0" } })
  .turn()
  .request({ headers: headerSet(["user-agent", "ai/6.0.326 ai-sdk/anthropic/3.0.138 runtime/node.js/20"]) })
  .at(3_000)
  .reply({ status: 529 })
  .request({ attempt: 2 })
  .at(4_000)
  .reply()
  .batch()
  .call("a")
  .at(4_500)
  .endCall("a")
  .endBatch()
  .endTurn()
  .turn()
  .run();

function factsOf(...runs: Parameters<typeof compareFacts>[0]) {
  const rows = compareFacts(runs, 0).flatMap((group) => group.rows);
  return Object.fromEntries(
    rows.map((row) => [row.label, row.cells.map((cell) => `${cell.mark} ${cell.text}`)]),
  );
}

describe("runs side by side", () => {
  it("says engine and SDK version as the requests said it themselves", () => {
    const facts = factsOf(oneTurn(10, "1.13.0"), oneTurn(10, "1.0.0"), runner);
    expect(facts.Engine).toEqual(["same manual", "same manual", "changed tool-runner, thread off"]);
    expect(facts.SDK).toEqual([
      "same 1.13.0",
      "changed 1.0.0",
      "changed ai/6.0.326 ai-sdk/anthropic/3.0.138",
    ]);
  });

  it("counts requests, turns and calls, and leaves out what no run has", () => {
    const facts = factsOf(oneTurn(10, "1.13.0"), null, runner);
    expect(facts.Requests).toEqual(["same 1", "nothing ", "changed 2"]);
    expect(facts.Turns).toEqual(["same 1", "nothing ", "changed 2"]);
    expect(facts.Retries).toEqual(["same 0", "nothing ", "changed 1"]);
    expect(facts.Mishaps).toBeUndefined();
  });

  it("measures turns on one scale and against the baseline", () => {
    const runs = [oneTurn(2_000, "1.13.0"), oneTurn(1_000, "1.13.0"), null, runner];
    const { total, turns } = compareTimes(runs, alignTurns(runs), 0);
    expect(turns[0]?.cells.map(({ ms, share, against }) => [ms, Number(share.toFixed(2)), against])).toEqual([
      [2_000, 0.44, ""],
      [1_000, 0.22, "−1.00 s (−50 %)"],
      [null, 0, ""],
      [4_500, 1, "+2.50 s (+125 %)"],
    ]);
    expect(turns[0]?.cells[3]?.parts).toBe("2 requests 4.00 s · 1 call 500 ms");
    expect(turns[1]?.cells.map(({ ms }) => ms)).toEqual([null, null, null, 0]);
    expect(total.cells[1]?.against).toBe("−1.00 s (−50 %)");
  });
});
