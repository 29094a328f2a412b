// What does an entry of a group mean: which text is changed, and which tests have to notice?
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { casesOfFile } from "../test-cases.mjs";

/** A text that is in the file once, in one place: else nobody knows which guard was taken away. */
export function editsOf({ edits, file, find, replace }) {
  return edits ?? [{ file, find, replace }];
}

/** @throws Error where the text to change is not there, or more than once */
export function edited(text, { file, find, replace }) {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`${file} has ${JSON.stringify(find)} ${count} times, not once.`);
  return text.replace(find, () => replace);
}

/** @returns who runs the entry's test: `unit`, `e2e` or `faults` */
export function runnerOf({ test }) {
  if (test.startsWith("e2e/faults/")) return "faults";
  return test.startsWith("e2e/") ? "e2e" : "unit";
}

/**
 * @returns the part of a test's name that makes it one of the case; undefined where all tests of the file are; throws where
 *   none is
 */
export function filterOf({ case: id, test }, root) {
  const text = readFileSync(join(root, test), "utf8");
  const [, ...rest] = text.split("\n");
  if (rest.some((line) => new RegExp(`\\b${id}\\b`).test(line))) return id;
  if (casesOfFile(join(root, test)).includes(id)) return undefined;
  throw new Error(`${test} has no test of ${id}: neither its first line nor a name in it says so.`);
}
