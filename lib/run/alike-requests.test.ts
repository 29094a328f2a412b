import { describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import { headerMatrix } from "./header-matrix";
import { visibleMatrix } from "./header-matrix-filter";
import { createEventBuilder } from "./testing/event-builder";
import { configuredHeader, headerSet } from "./testing/example-headers";

const asked = { default: [configuredHeader("x-a", "1")], perRequest: [], environment: [] };

/** `"2-4"` for requests 2 to 4 in one column. */
function folded(sets: readonly HeaderSet[], text = ""): string[] {
  const log = createEventBuilder({ headers: asked });
  for (const headers of sets) log.turn().request({ headers }).reply().endTurn();
  const filter = { text, show: "all", origin: null, kind: null, fold: true } as const;
  return visibleMatrix(headerMatrix(log.run(), ["fetch"]), filter).columns.map(({ column, last }) =>
    column === last ? `${column.number}` : `${column.number}-${last.number}`,
  );
}

const plain = headerSet(["x-a", "1"]);

describe("requests that are alike", () => {
  it("stand in one column, the first request, which is of another kind, in its own", () => {
    expect(folded([plain, plain, plain, plain])).toEqual(["1", "2-4"]);
  });

  it("begin anew where a header changes, goes missing or comes back, and go on from there", () => {
    const other = headerSet(["x-a", "2"]);
    expect(folded([plain, plain, other, other, plain])).toEqual(["1", "2", "3-4", "5"]);
    expect(folded([plain, plain, [], [], [], plain, plain])).toEqual(["1", "2", "3-5", "6-7"]);
  });

  it("may differ in what every hop computes for itself, and in what is filtered out", () => {
    const long = (length: string) => headerSet(["x-a", "1"], ["content-length", length]);
    expect(folded([long("1"), long("2"), long("3")])).toEqual(["1", "2-3"]);
    const numbered = (value: string) => headerSet(["x-a", "1"], ["x-number", value]);
    const sets = [numbered("1"), numbered("2"), numbered("3")];
    expect(folded(sets)).toEqual(["1", "2", "3"]);
    expect(folded(sets, "x-a")).toEqual(["1", "2-3"]);
  });
});
