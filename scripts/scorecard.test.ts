// Does the scorecard count what the runners reported, and nothing else?
import { expect, test } from "vitest";
import { type KeptStep, scorecard, scorecardText } from "./lib/scorecard.mjs";

const passed = (id: string, numbers: Record<string, number[]> = {}) => ({
  id,
  name: id,
  status: "passed",
  numbers,
});
const step = (...tests: KeptStep["tests"]): KeptStep => ({
  step: "unit",
  at: "2026-11-27T10:00:00Z",
  commit: "abc",
  tests,
});
const stateOf = (kept: KeptStep[], id: string) =>
  scorecard(kept)
    .groups.flatMap(({ cases }) => cases)
    .find((each) => each.id === id)?.state;

test("there are 48 cases in seven groups, and none holds that nobody tried", () => {
  const { groups } = scorecard([]);
  expect(groups.map(({ cases }) => cases.length)).toEqual([9, 7, 4, 5, 4, 4, 15]);
  expect(new Set(groups.flatMap(({ cases }) => cases.map(({ state }) => state)))).toEqual(
    new Set(["not run"]),
  );
});

test("a case holds where all of its tests passed; one that failed or was left out is told", () => {
  const kept = [
    step(passed("P01"), passed("P01"), { ...passed("P02"), status: "failed" }, passed("P02")),
    step({ ...passed("P45"), status: "skipped" }),
  ];
  expect(["P01", "P02", "P45", "P48"].map((id) => stateOf(kept, id))).toEqual([
    "passed",
    "failed",
    "left out",
    "not run",
  ]);
  expect(scorecardText(scorecard(kept))).toMatch(/Door +1 of 9 {2}P02 failed, P03 not run/);
});

test("the four numbers come from the tests that measure them, and are unknown where those did not pass", () => {
  const times = Array.from({ length: 20 }, (_, index) => (index + 1) * 10);
  const kept = [
    step(
      passed("P17"),
      passed("P40", { stopToClosedMs: times }),
      passed("P41"),
      passed("P44", { "events-lost": [2] }),
    ),
  ];
  expect(scorecard(kept).numbers.map(([, value]) => value)).toEqual([
    "0",
    "2",
    "unknown: P42 did not pass",
    "0.200 (of 20)",
  ]);
});
