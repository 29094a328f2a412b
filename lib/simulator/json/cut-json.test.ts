// Does cut JSON read the same here as in the SDK's own tolerant parser?

import { partialParse } from "@anthropic-ai/sdk/_vendor/partial-json-parser/parser";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { valueOfCutJson } from "./cut-json";

const samples = [
  {
    title: 'A "quoted" \\ title',
    kind: null,
    labels: ["a", "b,}"],
    values: [1, -2.5, 1e21, true, false],
    deep: { a: { b: [[], {}] } },
  },
  { n: 12, s: "ü\n🙂", empty: "", list: [{ x: 1 }, { y: "z" }] },
];

test("wherever it is cut", () => {
  for (const sample of samples) {
    const whole = JSON.stringify(sample);
    for (let end = 1; end <= whole.length; end++) {
      const text = whole.slice(0, end);
      expect([text, canonicalJson(valueOfCutJson(text))]).toEqual([text, canonicalJson(partialParse(text))]);
    }
  }
});
