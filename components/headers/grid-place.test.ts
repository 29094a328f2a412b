import { describe, expect, it } from "vitest";
import { expectPlace, jumpPlace, placeAfterKey } from "./grid-place";

const rows = [
  { key: "x-a", firstMissing: null },
  { key: "x-b", firstMissing: 2 },
  { key: "x-c", firstMissing: null },
];
const press = (key: string, row: string, cell: number, ctrlKey = false) =>
  placeAfterKey({ key, ctrlKey, metaKey: false }, { row, cell }, rows, 4);

describe("the keys of the header matrix", () => {
  it("go by one cell and stop at the edges", () => {
    expect(press("ArrowDown", "x-a", 1)).toEqual({ row: "x-b", cell: 1 });
    expect(press("ArrowUp", "x-a", 1)).toEqual({ row: "x-a", cell: 1 });
    expect(press("ArrowRight", "x-a", 3)).toEqual({ row: "x-a", cell: 3 });
    expect(press("PageDown", "x-a", 0)).toEqual({ row: "x-c", cell: 0 });
  });

  it("go to the ends of a row, with Ctrl to the ends of the grid", () => {
    expect(press("End", "x-b", 1)).toEqual({ row: "x-b", cell: 3 });
    expect(press("Home", "x-b", 1)).toEqual({ row: "x-b", cell: 0 });
    expect(press("End", "x-a", 1, true)).toEqual({ row: "x-c", cell: 3 });
    expect(press("Home", "x-c", 1, true)).toEqual({ row: "x-a", cell: 0 });
  });

  it("reach the buttons at a header's name, the jump only where there is one", () => {
    expect(press("ArrowLeft", "x-a", 0)).toEqual({ row: "x-a", cell: expectPlace });
    expect(press("ArrowLeft", "x-a", expectPlace)).toEqual({ row: "x-a", cell: expectPlace });
    expect(press("ArrowLeft", "x-b", expectPlace)).toEqual({ row: "x-b", cell: jumpPlace });
    expect(press("ArrowDown", "x-b", jumpPlace)).toEqual({ row: "x-c", cell: expectPlace });
  });

  it("leave every other key alone", () => expect(press("a", "x-a", 0)).toBeNull());
});
