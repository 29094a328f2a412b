import { describe, expect, it } from "vitest";
import { parseRunQuery, runQueryKeys } from "./run-query";
import { queryHints } from "./run-query-hints";

const inserts = (text: string, caret = text.length, known = {}) =>
  queryHints(text, caret, known).hints.map((hint) => hint.insert);

describe("hints for a search in the history", () => {
  it("offers every key for an empty word, each with what it finds", () => {
    const { hints } = queryHints("", 0);
    expect(hints.map((hint) => hint.insert)).toEqual(runQueryKeys.map((key) => `${key}:`));
    for (const { about } of hints) expect(about).not.toBe("");
  });

  it("completes the word under the caret, in the middle of a line too", () => {
    const text = "paris st tool:get_weather";
    expect(queryHints(text, 8)).toMatchObject({ from: 6, to: 8, hints: [{ insert: "status:" }] });
    expect(inserts("-st")).toEqual(["-status:"]);
  });

  it("offers the values of a key, and those of the runs at hand", () => {
    expect(inserts("status:f")).toEqual(["status:failed"]);
    expect(inserts("model:", 6, { model: ["claude-opus-5-5", "two words"] })).toEqual([
      "model:claude-opus-5-5",
      'model:"two words"',
    ]);
    expect(inserts("status:failed")).toEqual([]);
  });

  it("keeps quiet inside quotes, after a key that is none, and for a word that is no key", () => {
    expect(inserts('"two st')).toEqual([]);
    expect(inserts("https:")).toEqual([]);
    expect(inserts("paris")).toEqual([]);
  });

  it("offers nothing that the search itself refuses", () => {
    for (const key of runQueryKeys)
      for (const insert of inserts(`${key}:`))
        expect(parseRunQuery(insert), insert).toMatchObject({ ok: true });
  });
});
