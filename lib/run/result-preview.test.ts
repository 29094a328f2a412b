import { describe, expect, it } from "vitest";
import { resultPreview } from "./result-preview";

describe("the preview of a result", () => {
  it("writes a JSON object on one line", () => {
    expect(resultPreview('{"city": "Paris", "c": 18, "tags": ["fog"]}')).toBe(
      'city: Paris · c: 18 · tags: ["fog"]',
    );
  });

  it("leaves text as it is, also text that only looks like JSON", () => {
    expect(resultPreview("a\n  b")).toBe("a\n  b");
    expect(resultPreview("{not json")).toBe("{not json");
    expect(
      resultPreview([
        { type: "text", text: "a" },
        { type: "text", text: "b" },
      ]),
    ).toBe("a\nb");
  });

  it("cuts what is long", () => {
    const preview = resultPreview("x".repeat(10_000)) ?? "";
    expect([preview.length, preview.at(-1)]).toEqual([600, "…"]);
  });

  it("leaves to drawing what is empty or more than text", () => {
    const image = { type: "image", source: { type: "base64", media_type: "image/png", data: "" } };
    expect([
      resultPreview(""),
      resultPreview([]),
      resultPreview([{ type: "text", text: "a" }, image]),
    ]).toEqual([null, null, null]);
  });
});
