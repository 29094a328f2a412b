// Can every text colour be read on every surface, in both themes?
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [themeBlock = "", baseBlock = ""] = css.split("@layer base");
const light = colours(themeBlock);
const themes = { light, dark: { ...light, ...colours(baseBlock) } };

const surfaces = ["canvas", "panel", "sunken", "raised", "hover"];
const kinds = ["request", "text", "thinking", "tool", "result", "error", "waiting"];

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  const contrast = (one: string, other: string) => ratio(theme[one] ?? "", theme[other] ?? "");

  it.each(["ink", "muted", "subtle", "accent-text"])("has readable %s text on every surface", (text) => {
    for (const surface of surfaces) expect(contrast(text, surface), surface).toBeGreaterThanOrEqual(4.5);
  });

  it.each(kinds)("has readable %s text on every surface and on its own", (kind) => {
    for (const surface of [...surfaces, `kind-${kind}-soft`]) {
      expect(contrast(`kind-${kind}-text`, surface), surface).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(kinds)("has %s bars and icons that stand out from every surface", (kind) => {
    for (const surface of surfaces)
      expect(contrast(`kind-${kind}`, surface), surface).toBeGreaterThanOrEqual(3);
  });

  it("has readable words on the accent, on selected rows and on error notices", () => {
    expect(contrast("on-accent", "accent")).toBeGreaterThanOrEqual(4.5);
    expect(contrast("accent-text", "accent-soft")).toBeGreaterThanOrEqual(4.5);
    expect(contrast("subtle", "selected")).toBeGreaterThanOrEqual(4.5);
    expect(contrast("muted", "kind-error-soft")).toBeGreaterThanOrEqual(4.5);
  });

  it("has the edges of controls in sight", () => {
    for (const surface of ["panel", "raised"]) expect(contrast("control", surface)).toBeGreaterThanOrEqual(3);
  });
});

function colours(block: string): Record<string, string> {
  const found = block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6});/g);
  return Object.fromEntries(Array.from(found, ([, name = "", value = ""]) => [name, value]));
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function ratio(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
