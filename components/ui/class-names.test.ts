// Do later classes win over earlier ones as they would with all of Tailwind's classes known?
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { twMerge } from "tailwind-merge";
import { expect, test } from "vitest";
import { classNames } from "./class-names";

const variant = /^(?:[a-z@][^\s[\]]*(?:\[[^\s\]]*\][^\s[\]:]*)?:|\[[^\s\]]*\]:)+/;

/** What stands in quotes in the components and is a class that the whole of Tailwind knows, without what comes before a colon. */
function classesInUse(): string[] {
  const found = new Set<string>();
  for (const file of readdirSync("components", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".tsx")) continue;
    for (const [, text = ""] of readFileSync(join("components", file), "utf8").matchAll(
      /["'`]([^"'`]*)["'`]/g,
    ))
      for (const word of text.split(/\s+/)) found.add(word.replace(variant, ""));
  }
  return [...found].filter((word) => word !== "" && twMerge(`${word} ${word}`) === word);
}

test("any two classes in use come out as with the whole of Tailwind", () => {
  const classes = classesInUse();
  expect(classes.length).toBeGreaterThan(400);
  const wrong: string[] = [];
  for (const one of classes)
    for (const other of classes) {
      const both = `${one} ${other}`;
      if (one !== other && classNames(both) !== twMerge(both)) wrong.push(`${both}: ${classNames(both)}`);
    }
  expect(wrong).toEqual([]);
}, 60_000);

test("a class counts once for each variant", () => {
  expect(classNames("p-1 hover:p-2", false, "p-3", ["hover:p-4"])).toBe("p-3 hover:p-4");
  expect(classNames("[&_svg]:size-4 h-6", "[&_svg]:size-3.5 size-8")).toBe("[&_svg]:size-3.5 size-8");
});
