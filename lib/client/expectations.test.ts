import { describe, expect, it } from "vitest";
import { withExpectation } from "./expectations";

describe("the text of the setup's expectations", () => {
  it("gets a name behind the others, once, whatever its case", () => {
    expect(withExpectation("", "x-a", true)).toBe("x-a");
    expect(withExpectation("x-a x-b,", "x-c", true)).toBe("x-a, x-b, x-c");
    expect(withExpectation("X-A, x-b", "x-a", true)).toBe("x-b, x-a");
  });

  it("loses a name and keeps the others as they were typed", () => {
    expect(withExpectation("X-A, x-b", "x-a", false)).toBe("x-b");
    expect(withExpectation("x-b", "x-a", false)).toBe("x-b");
  });
});
