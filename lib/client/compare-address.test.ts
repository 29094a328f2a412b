// Is the address of a comparison read as it is written?
import { expect, it } from "vitest";
import { comparePath, movedRun, parseRunIds } from "./compare-address";

it("reads each id once, in order, and no more than fit", () => {
  expect(parseRunIds("a, b,,a,c")).toEqual({ ids: ["a", "b", "c"], left: 0 });
  expect(parseRunIds("")).toEqual({ ids: [], left: 0 });
  expect(parseRunIds("1,2,3,4,5,6,7,8")).toEqual({ ids: ["1", "2", "3", "4", "5", "6"], left: 2 });
});

it("writes what it reads", () => {
  const path = comparePath(["run_a", "run_b"]);
  expect(path).toBe("/compare?runs=run_a,run_b");
  expect(parseRunIds(new URL(path, "http://localhost").searchParams.get("runs") ?? "").ids).toEqual([
    "run_a",
    "run_b",
  ]);
  expect(comparePath([])).toBe("/compare");
});

it("moves a run by one place and stops at the ends", () => {
  expect(movedRun(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(movedRun(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(movedRun(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(movedRun(["a", "b"], "b", 1)).toEqual(["a", "b"]);
  expect(movedRun(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});
