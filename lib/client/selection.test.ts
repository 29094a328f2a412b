// Does a selection survive its way through an address?
import { describe, expect, it } from "vitest";
import { parseSelection } from "./selection";

describe("a selection in the address", () => {
  it("names a kind and an id, which may hold colons", () => {
    expect(parseSelection("request:r2")).toEqual({ kind: "request", id: "r2" });
    expect(parseSelection("tool-call:toolu:1")).toEqual({ kind: "tool-call", id: "toolu:1" });
  });

  it.each(["", "request:", "planet:earth", "r2", ":r2"])("is none where it says %j", (text) => {
    expect(parseSelection(text)).toBeNull();
  });
});
