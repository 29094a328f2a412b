// Do letters typed on a closed select find the option they mean?
import { expect, test } from "vitest";
import { optionForLetters, TypedLetters } from "./type-to-choose";

const labels = ["Dark", "Light", "System", "sepia", "Solar"];

test("one letter goes to the next option that begins with it, and round", () => {
  expect(optionForLetters(labels, 0, "s")).toBe(2);
  expect(optionForLetters(labels, 2, "s")).toBe(3);
  expect(optionForLetters(labels, 3, "ss")).toBe(4);
  expect(optionForLetters(labels, 4, "s")).toBe(2);
});

test("a word stays where it fits, and what fits nowhere changes nothing", () => {
  expect(optionForLetters(labels, 2, "sy")).toBe(2);
  expect(optionForLetters(labels, 2, "so")).toBe(4);
  expect(optionForLetters(labels, 2, "x")).toBe(-1);
  expect(optionForLetters([], -1, "x")).toBe(-1);
});

test("a pause begins another word", () => {
  const letters = new TypedLetters();
  expect(letters.add("s", 0)).toBe("s");
  expect(letters.add("o", 900)).toBe("so");
  expect(letters.isOpen(1_500)).toBe(true);
  expect(letters.isOpen(2_000)).toBe(false);
  expect(letters.add("d", 2_000)).toBe("d");
});
