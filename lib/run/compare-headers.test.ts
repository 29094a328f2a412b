// Does the comparison of header sets say what each run's request carried?
import { describe, expect, it } from "vitest";
import { comparedPoints, compareHeaders } from "./compare-headers";
import { alignTurns } from "./compare-turns";
import { createEventBuilder } from "./testing/event-builder";
import { headerSet, secretHeader } from "./testing/example-headers";

const runWith = (...sets: readonly ReturnType<typeof headerSet>[]) => {
  const builder = createEventBuilder();
  for (const headers of sets) builder.turn().request({ headers, wire: headers }).reply().endTurn();
  return builder.run();
};
const marksOf = (rows: ReturnType<typeof compareHeaders>["rows"]) =>
  Object.fromEntries(rows.map((row) => [row.key, row.cells.map((cell) => cell.mark).join(" ")]));

describe("header sets side by side", () => {
  it("marks each header against the baseline", () => {
    const [turn] = alignTurns([
      runWith(headerSet(["accept", "a"], ["x-api-key", "k"], ["X-Trace", "1"])),
      runWith(headerSet(["accept", "a"], ["authorization", "Bearer k"], ["x-trace", "1"])),
      runWith(headerSet(["accept", "b"], ["x-api-key", "k"])),
    ]);
    const { rows, reference } = compareHeaders(turn?.requests[0]?.requests ?? [], "wire", 0);
    expect(reference).toBe(0);
    expect(marksOf(rows)).toEqual({
      accept: "same same changed",
      authorization: "absent added absent",
      "x-api-key": "same missing same",
      "x-trace": "same renamed missing",
    });
    expect(rows.every((row) => row.differs)).toBe(true);
  });

  it("compares hidden values by fingerprint", () => {
    const [turn] = alignTurns([
      runWith(secretHeader("authorization", "one")),
      runWith(secretHeader("authorization", "one")),
      runWith(secretHeader("authorization", "two")),
    ]);
    const { rows } = compareHeaders(turn?.requests[0]?.requests ?? [], "fetch", 0);
    expect(marksOf(rows)).toEqual({ authorization: "same same changed" });
  });

  it("compares the others among themselves where the baseline made no such request", () => {
    const one = headerSet(["accept", "a"]);
    const turns = alignTurns([
      runWith(one),
      runWith(one, one),
      runWith(one, headerSet(["accept", "b"])),
      null,
    ]);
    const { rows, reference } = compareHeaders(turns[1]?.requests[0]?.requests ?? [], "wire", 0);
    expect(reference).toBe(1);
    expect(marksOf(rows)).toEqual({ accept: "nothing same changed nothing" });
  });

  it("tells a request not seen at a point from one without the header", () => {
    const [turn] = alignTurns([
      runWith(headerSet(["accept", "a"])),
      createEventBuilder()
        .turn()
        .request({ headers: headerSet(["accept", "a"]) })
        .reply()
        .run(),
    ]);
    const { rows } = compareHeaders(turn?.requests[0]?.requests ?? [], "wire", 0);
    expect(marksOf(rows)).toEqual({ accept: "same unobserved" });
    expect(rows[0]?.differs).toBe(false);
  });

  it("offers the furthest point all runs were seen at", () => {
    const toProvider = createEventBuilder().turn().request({ wire: [], provider: [] }).reply().run();
    const toWire = createEventBuilder().turn().request({ wire: [] }).reply().run();
    expect(comparedPoints([toProvider, toWire, null])).toEqual({
      points: ["fetch", "wire", "provider"],
      common: "wire",
    });
    expect(comparedPoints([null])).toEqual({ points: [], common: null });
  });

  it("stands a retry beside the same attempt of the others", () => {
    const retried = createEventBuilder()
      .turn()
      .request()
      .reply({ status: 529 })
      .request({ attempt: 2 })
      .reply()
      .run();
    const [turn] = alignTurns([retried, runWith([])]);
    expect(turn?.requests.map(({ requests }) => requests.map((each) => each?.attempt ?? null))).toEqual([
      [1, 1],
      [2, null],
    ]);
  });
});
