// Is the place named at which a text stops being JSON?

import { expect, test } from "vitest";
import { firstMisplaced } from "./json-syntax";
import { seededRandom } from "./seed";

test.each([
  ["", 0],
  ["{", 1],
  ['{"a"', 4],
  ['{"a":[1,2', 9],
  ['"never ends', 11],
  ["{a:1}", 1],
  ["{'a':1}", 1],
  ["[1,2,x]", 5],
  ["[1 2]", 3],
  ["[1,]", 3],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ["[1]]", 3],
  ["[1}", 2],
  ["01", 1],
  ["NaN", 0],
  ['"a\\x"', 2],
  ['"a\nb"', 2],
  ["tru", 0],
  ["\u0000\u0000", 0],
])("%j stops at %i", (text, at) => {
  expect(firstMisplaced(text)).toBe(at);
});

test("nothing stands wrong in JSON, and something does, or lacks, in what the parser refuses", () => {
  const good = JSON.stringify({ a: [1, -2.5e3, true, null, 'x\u2028\\"', {}], b: { c: [[]], "": "é🙂" } });
  expect(firstMisplaced(good)).toBe(good.length);
  const random = seededRandom("syntax");
  const letters = ["{", "}", "[", "]", ",", ":", '"', "\\", "1", "-", "e", "x", " "];
  for (let round = 0; round < 3_000; round++) {
    const at = Math.floor(random() * good.length);
    const text = `${good.slice(0, at)}${letters[Math.floor(random() * letters.length)]}${good.slice(at + 1)}`;
    const stop = firstMisplaced(text);
    if (isJson(text)) expect(stop, text).toBe(text.length);
    // What comes before the place is no more than unfinished.
    else expect(firstMisplaced(text.slice(0, stop)), text).toBe(stop);
  }
});

test("deep and long texts take no time and no stack", () => {
  expect(firstMisplaced("[".repeat(200_000))).toBe(200_000);
  expect(firstMisplaced(`"${"a".repeat(5_000_000)}`)).toBe(5_000_001);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
