import { describe, expect, it } from "vitest";
import { bytesText, countOf, countText, durationText, factorText, shortCountText } from "./quantity-text";

describe("the text of a duration", () => {
  it.each([
    [0, "0 ms"],
    [-3, "0 ms"],
    [Number.NaN, "0 ms"],
    [0.2, "<1 ms"],
    [811.7, "812 ms"],
    [999.4, "999 ms"],
    [999.5, "1.00 s"],
    [2_944, "2.94 s"],
    [9_994, "9.99 s"],
    [9_996, "10.0 s"],
    [59_949, "59.9 s"],
    [59_950, "1 min 00 s"],
    [65_000, "1 min 05 s"],
    [3_725_000, "1 h 02 min"],
  ])("writes %s ms as %s", (ms, text) => expect(durationText(ms)).toBe(text));
});

describe("other quantities", () => {
  it("writes sizes in decimal units", () => {
    expect([940, 12_400, 999_960, 3_100_000].map(bytesText)).toEqual([
      "940 B",
      "12.4 kB",
      "1.0 MB",
      "3.1 MB",
    ]);
  });

  it("separates thousands and agrees the noun with the count", () => {
    expect(countText(1_234_567)).toBe("1,234,567");
    expect([countOf(1, "call"), countOf(0, "call"), countOf(2, "batch", "batches")]).toEqual([
      "1 call",
      "0 calls",
      "2 batches",
    ]);
  });

  it("shortens counts from a million on", () => {
    const counts = [999_999, 6_696_600, 9_996_000, 12_400_000, 2_345_600_000];
    expect(counts.map(shortCountText)).toEqual(["999,999", "6.70M", "10.0M", "12.4M", "2,346M"]);
  });

  it("writes a speed-up with one decimal", () => {
    expect([factorText(3.619), factorText(120.4)]).toEqual(["3.6x", "120x"]);
  });
});
