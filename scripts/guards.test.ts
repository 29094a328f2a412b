// Can each guard of the public test plan still be taken away as it is written down, and does a test of its case exist?
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { edited, editsOf, filterOf } from "./lib/guards/entry.mjs";
import { groups } from "./lib/guards/groups.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = groups.flatMap((group) =>
  group.entries.map((entry) => [`${entry.case}: ${entry.guard}`, entry] as const),
);

test("no guard is written down twice", () => {
  expect(new Set(entries.map(([name]) => name)).size).toBe(entries.length);
});

test.each(entries)("%s", (_name, entry) => {
  const texts = new Map<string, string>();
  for (const edit of editsOf(entry)) {
    const text = texts.get(edit.file) ?? readFileSync(`${root}/${edit.file}`, "utf8");
    texts.set(edit.file, edited(text, edit));
    expect(edit.replace).not.toBe(edit.find);
  }
  filterOf(entry, root);
});

/** The cases that have to have one. */
const wanted = Array.from({ length: 48 }, (_, index) => `P${String(index + 1).padStart(2, "0")}`);

test.each(wanted)("%s has a guard that is taken away", (id) => {
  expect(entries.filter(([, entry]) => entry.case === id)).not.toEqual([]);
});
