import { describe, expect, it } from "vitest";
import { cellName } from "./header-cell-text";
import { headerMatrix } from "./header-matrix";
import { type HeaderFilter, visibleMatrix } from "./header-matrix-filter";
import { createEventBuilder } from "./testing/event-builder";
import { configuredHeader, headerSet, secretHeader } from "./testing/example-headers";

function exampleMatrix() {
  const config = { default: [configuredHeader("x-b", "1")], perRequest: [], environment: [] };
  const log = createEventBuilder({ headers: config }).turn();
  log.request({
    headers: [...headerSet(["x-a", "Tenant-7"], ["x-b", "1"]), ...secretHeader("x-api-key", "k")],
  });
  log
    .reply()
    .endTurn()
    .turn()
    .request({ headers: headerSet(["x-a", "Tenant-7"], ["x-b", "2"]) });
  return headerMatrix(log.run(), ["fetch"]);
}

const everything: HeaderFilter = { text: "", show: "all", origin: null, kind: null, fold: false };
const visible = (filter: Partial<HeaderFilter>) =>
  visibleMatrix(exampleMatrix(), { ...everything, ...filter });
const keys = (filter: Partial<HeaderFilter>) =>
  visible(filter).groups.flatMap((group) => group.rows.map((row) => row.key));

describe("the filter of the header matrix", () => {
  it("looks in names and values, whatever the case", () => {
    expect(keys({ text: "X-B" })).toEqual(["x-b"]);
    expect(keys({ text: "tenant" })).toEqual(["x-a"]);
    expect(keys({ text: "nothing of it" })).toEqual([]);
  });

  it("keeps only rows that differ somewhere, or only those a user has a problem with", () => {
    expect(keys({ show: "differences" })).toEqual(["x-b", "x-api-key"]);
    expect(keys({ show: "problems" })).toEqual(["x-b"]);
  });

  it("keeps one group, or the requests of one kind with their place among all", () => {
    expect(keys({ origin: "default" })).toEqual(["x-b"]);
    expect(visible({ kind: "follow-up" }).columns.map(({ index, column }) => [index, column.number])).toEqual(
      [[1, 2]],
    );
    expect(visible({ kind: "compaction" }).columns).toEqual([]);
  });
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
      [
        "x-b on request 1 at fetch: same, 1",
        "x-b on request 2 at fetch: changed, not the value asked for, 2",
      ],
      ["x-a on request 1 at fetch: same, Tenant-7", "x-a on request 2 at fetch: same, Tenant-7"],
      ["x-api-key on request 1 at fetch: same, [redacted] #fp-k", "x-api-key on request 2 at fetch: missing"],
    ]);
  });
});
