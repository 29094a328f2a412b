// Are the words that differ found, and is the finding given up where it would not help?
import { expect, it } from "vitest";
import { wordDifference } from "./compare-words";

it("marks the words that were put in the place of others", () => {
  expect(wordDifference("You are a careful assistant.", "You are a quick assistant.")).toEqual([
    { kind: "same", text: "You are a " },
    { kind: "removed", text: "careful" },
    { kind: "added", text: "quick" },
    { kind: "same", text: " assistant." },
  ]);
});

it("leaves texts alone that share next to nothing, or are too long to read word by word", () => {
  expect(wordDifference("one two three", "something else entirely")).toBeNull();
  expect(wordDifference("a ".repeat(10_000), "b ".repeat(10_000))).toBeNull();
});
