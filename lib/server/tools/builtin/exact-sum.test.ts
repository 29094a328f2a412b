import { expect, it } from "vitest";
import { exactSum } from "./exact-sum";

it.each([
  [[0.1, 0.2], "0.3"],
  [[1.1, 2.2, 3.3], "6.6"],
  [[0.7, -0.6, -0.1], "0"],
  [[1.5, 1.5], "3"],
  [[-0, -0.25], "-0.25"],
  [[1e-7, 2e-7], "0.0000003"],
  [[1e21, 1], "1000000000000000000001"],
  [[9007199254740992, 1], "9007199254740993"],
  [[100, 1e-3], "100.001"],
  [[], "0"],
])("the sum of %j is %s", (numbers, sum) => {
  expect(exactSum(numbers)).toBe(sum);
});

it("stays a JSON number where a double would overflow", () => {
  const sum = exactSum([Number.MAX_VALUE, Number.MAX_VALUE]);
  expect(sum).toMatch(/^3595386\d{302}$/);
});

it("adds any order of many decimals to the same sum", () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => index / 100);
  expect(exactSum(numbers)).toBe("4995");
  expect(exactSum(numbers.toReversed())).toBe("4995");
});
