// Is it told what becomes of a header that does not go out as its row shows it?
import { expect, test } from "vitest";
import { headerNote, rowProblems } from "./header-notes";
import { defaultDraft, type HeaderRow } from "./setup-draft";

const row = (id: string, name: string, value = "1"): HeaderRow => ({ id, name, value, secret: false });

test("a row is judged once something stands in it", () => {
  expect(rowProblems(row("a", "", ""))).toEqual({});
  expect(rowProblems(row("a", "x-a"))).toEqual({});
  expect(rowProblems(row("a", "", "1")).name).toContain("needs a name");
  expect(rowProblems(row("a", "Host", " 1"))).toEqual({
    name: expect.stringContaining("address"),
    value: expect.stringContaining("taken off"),
  });
});

test.each([
  ["a header of its own", [row("a", "x-a"), row("b", "x-b")], [], null],
  ["a repeat", [row("a", "x-a"), row("b", "X-A")], [], "joined with a comma"],
  ["one that a call replaces", [row("a", "x-a")], [row("b", "X-a")], "replaces it"],
  ["a content type", [row("a", "Content-Type")], [], "per-request"],
])("%s, among the defaults", (_, defaultHeaders, perRequestHeaders, words) => {
  const draft = { ...defaultDraft, defaultHeaders, perRequestHeaders };
  const note = headerNote(draft, "defaultHeaders", row("a", defaultHeaders[0]?.name ?? ""));
  expect(note).toEqual(words === null ? null : expect.stringContaining(words));
});

test("a per-request header says that it replaces a default one, and the AI SDK that it takes no repeats", () => {
  const draft = { ...defaultDraft, defaultHeaders: [row("a", "x-a")], perRequestHeaders: [row("b", "X-A")] };
  expect(headerNote(draft, "perRequestHeaders", row("b", "X-A"))).toContain("Replaces the default");
  const twice = {
    ...defaultDraft,
    engine: "ai-sdk" as const,
    defaultHeaders: [row("a", "x"), row("b", "x")],
  };
  expect(headerNote(twice, "defaultHeaders", row("b", "x"))).toContain("one value");
});
