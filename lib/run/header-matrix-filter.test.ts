import { describe, expect, it } from "vitest";
import { cellName } from "./header-cell-text";
import { headerMatrix } from "./header-matrix";
import { visibleGroups } from "./header-matrix-filter";
import { createEventBuilder } from "./testing/event-builder";
import { headerSet, secretHeader } from "./testing/example-headers";

function exampleMatrix() {
  const log = createEventBuilder().turn();
  log.request({
    headers: [...headerSet(["x-a", "Tenant-7"], ["x-b", "1"]), ...secretHeader("x-api-key", "k")],
  });
  log
    .reply()
    .endTurn()
    .turn()
    .request({ headers: headerSet(["x-a", "Tenant-7"], ["x-b", "2"]) });
  return headerMatrix(log.run(), "fetch");
}

const keys = (text: string, onlyChanges = false) =>
  visibleGroups(exampleMatrix().groups, { text, onlyChanges }).flatMap((group) =>
    group.rows.map((row) => row.key),
  );

describe("the filter of the header matrix", () => {
  it("looks in names and values, whatever the case", () => {
    expect(keys("X-B")).toEqual(["x-b"]);
    expect(keys("tenant")).toEqual(["x-a"]);
    expect(keys("nothing of it")).toEqual([]);
  });

  it("keeps only rows that differ somewhere", () => expect(keys("", true)).toEqual(["x-api-key", "x-b"]));
});

describe("a cell in words", () => {
  it("names header, request, state and value; a redacted value by the beginning of its fingerprint", () => {
    const { columns, groups } = exampleMatrix();
    const names = groups.flatMap((group) =>
      group.rows.map((row) =>
        row.cells.map((cell, index) => (columns[index] ? cellName(row, columns[index], cell) : "")),
      ),
    );
    expect(names).toEqual([
      ["x-a on request 1: same, Tenant-7", "x-a on request 2: same, Tenant-7"],
      ["x-api-key on request 1: same, [redacted] #fp-k", "x-api-key on request 2: missing"],
      ["x-b on request 1: same, 1", "x-b on request 2: changed, 2"],
    ]);
  });
});
