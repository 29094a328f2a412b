// Are the differences between bodies the ones a reader would name?
import { describe, expect, it } from "vitest";
import { compareJson, type JsonRow } from "./compare-json";

/** The differing rows without any inside, as `path: marks`. */
function differences(rows: readonly JsonRow[]): string[] {
  return rows.flatMap((row) => {
    if (!row.differs) return [];
    const inside = row.cells.some(({ mark }) => mark === "changed") ? differences(row.children) : [];
    return inside.length > 0 ? inside : [`${row.path}: ${row.cells.map(({ mark }) => mark).join(" ")}`];
  });
}

describe("bodies side by side", () => {
  it("names the field that differs, in every column", () => {
    const rows = compareJson(
      [
        { model: "a", max_tokens: 1, stream: true },
        { model: "b", max_tokens: 1, stream: true, thread: {} },
        { model: "a", max_tokens: 1 },
      ],
      0,
    );
    expect(differences(rows)).toEqual([
      "model: same changed same",
      "stream: same same missing",
      "thread: absent added absent",
    ]);
    expect(rows.map((row) => row.label)).toEqual(["model", "max_tokens", "stream", "thread"]);
  });

  it("compares with the baseline, wherever it stands", () => {
    const rows = compareJson([{ model: "a" }, { model: "b" }], 1);
    expect(differences(rows)).toEqual(["model: changed same"]);
  });

  it("does not mind the order of fields, and minds the order of items", () => {
    expect(
      differences(
        compareJson(
          [
            { a: 1, b: [1, 2] },
            { b: [1, 2], a: 1 },
          ],
          0,
        ),
      ),
    ).toEqual([]);
    expect(differences(compareJson([{ b: [1, 2] }, { b: [2, 1] }], 0))).not.toEqual([]);
  });

  it("sees one inserted message as one, and what follows as the same", () => {
    const ask = { role: "user", content: "Weather?" };
    const answer = { role: "assistant", content: [{ type: "text", text: "Sunny" }] };
    const thanks = { role: "user", content: "Thanks" };
    const extra = { role: "user", content: "Be brief" };
    const rows = compareJson(
      [{ messages: [ask, answer, thanks] }, { messages: [extra, ask, answer, thanks] }],
      0,
    );
    expect(differences(rows)).toEqual(["messages/0: absent added"]);
  });

  it("sees a changed message as changed inside, beside an inserted one", () => {
    const one = [
      { role: "user", content: "A" },
      { role: "assistant", content: "B" },
    ];
    const other = [
      { role: "user", content: "A" },
      { role: "assistant", content: "C" },
      { role: "user", content: "D" },
    ];
    expect(differences(compareJson([{ messages: one }, { messages: other }], 0))).toEqual([
      "messages/1/content: same changed",
      "messages/2: absent added",
    ]);
  });

  it("knows a tool by its name when the order of tools differs in part", () => {
    const tool = (name: string, description: string) => ({ name, description });
    const rows = compareJson(
      [
        [tool("get_time", "t"), tool("get_weather", "w")],
        [tool("get_weather", "w2")],
        [tool("get_weather", "w"), tool("sum", "s")],
      ],
      0,
    );
    expect(differences(rows)).toEqual([
      "0: same missing missing",
      "1/description: same changed same",
      "2: absent absent added",
    ]);
    expect(rows.map((row) => row.label)).toEqual(["1 get_time", "2 get_weather", "2 sum"]);
  });

  it("gives what two others have in common one row", () => {
    const extra = { role: "system", content: "x" };
    const ask = { role: "user", content: "y" };
    const rows = compareJson([[ask], [extra, ask], [extra, ask]], 0);
    expect(differences(rows)).toEqual(["0: absent added added"]);
  });

  it("tells apart a list and an object whole", () => {
    const rows = compareJson([{ system: "text" }, { system: [{ type: "text", text: "text" }] }], 0);
    expect(differences(rows)).toEqual(["system: same changed"]);
    expect(rows[0]?.children).toEqual([]);
  });

  it("has nothing to say about a run without that request, and compares the others among themselves", () => {
    const rows = compareJson([undefined, { model: "a" }, { model: "b" }], 0);
    expect(differences(rows)).toEqual(["model: nothing same changed"]);
    expect(compareJson([undefined, undefined], 0)).toEqual([]);
  });

  it("takes null for a value, not for nothing", () => {
    expect(differences(compareJson([{ a: null }, {}], 0))).toEqual(["a: same missing"]);
  });

  it("takes a name like __proto__ for a field", () => {
    const odd = JSON.parse('{"__proto__": 1, "constructor": 2}');
    expect(differences(compareJson([odd, {}], 0))).toEqual([
      "__proto__: same missing",
      "constructor: same missing",
    ]);
  });
});
