// Are the estimates near what a tokenizer would count?

import { expect, test } from "vitest";
import { imageTokens } from "./image-tokens";
import { promptTokens, textTokens } from "./token-estimate";

test.each([
  ["nothing", "", 0, 0],
  ["a sentence", "The quick brown fox jumps over the lazy dog.", 9, 12],
  ["a long word", "internationalization", 3, 5],
  ["a long number", "123456789012", 4, 5],
  ["Japanese", "東京の天気を教えてください", 10, 15],
  ["Russian", "Какая сегодня погода в Москве", 9, 15],
  ["emoji", "🌍🌍", 2, 6],
  ["JSON", '{"location":"Paris","unit":"celsius"}', 9, 18],
  ["indentation", "if (a) {\n        return 1;\n}", 7, 14],
])("%s", (_, text, least, most) => {
  expect(textTokens(text)).toBeGreaterThanOrEqual(least);
  expect(textTokens(text)).toBeLessThanOrEqual(most);
});

test("a beginning never costs more than the whole", () => {
  const text = 'Grüße, мир! {"a": [1, 22, 333]} 東京  \n\n end';
  const costs = Array.from({ length: text.length + 1 }, (_, at) => textTokens(text.slice(0, at)));
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
});

test("an image costs by its size, at most what is left after scaling", () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(24);
    bytes.write("\u0089PNG\r\n\u001a\n", "latin1");
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return { type: "base64", media_type: "image/png", data: bytes.toString("base64") };
  };
  expect(imageTokens(png(300, 200))).toBe(80);
  expect(imageTokens(png(1_092, 1_092))).toBe(1_590);
  expect(imageTokens(png(10_920, 2_000))).toBe(Math.ceil((1_568 * 1_568 * (2_000 / 10_920)) / 750));
  expect(imageTokens({ type: "url", url: "https://example.com/a.png" })).toBeGreaterThan(1_000);
});

test("a deferred tool costs nothing until it is found", () => {
  const tool = { name: "look_up", description: "Look something up", input_schema: { type: "object" } };
  const request = { model: "claude-opus-5", messages: [{ role: "user" as const, content: "Hello" }] };
  const deferred = { ...tool, name: "late", defer_loading: true };
  expect(promptTokens({ ...request, tools: [tool, deferred] })).toBe(
    promptTokens({ ...request, tools: [tool] }),
  );
});
