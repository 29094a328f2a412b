// Is nothing lost that is typed for the palette before it is there?
import { afterEach, describe, expect, it } from "vitest";
import { closeOverlay, openOverlay, typeAhead, useOverlay } from "./overlay";

afterEach(closeOverlay);

const type = (...keys: readonly string[]) => {
  for (const key of keys) typeAhead({ key });
};

describe("what is typed ahead", () => {
  it("stands in the search, corrections included and other keys left out", () => {
    openOverlay("palette");
    type("t", "x", "Backspace", "Shift", "i", "Enter");
    expect(useOverlay.getState()).toEqual({ overlay: "palette", search: "ti" });
  });

  it("is forgotten when Escape takes the overlay back", () => {
    openOverlay("palette");
    type("t", "Escape");
    expect(useOverlay.getState()).toEqual({ overlay: null, search: "" });
  });

  it("does not come back with the next overlay", () => {
    openOverlay("palette");
    type("t");
    openOverlay("palette");
    expect(useOverlay.getState().search).toBe("");
  });
});
