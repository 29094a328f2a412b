import { describe, expect, it } from "vitest";
import { chartLayout, chartSize } from "./chart-layout";
import { chartNumbers } from "./chart-number";
import { chartScale } from "./chart-scale";
import { chartSvg } from "./chart-svg";
import { drawChart } from "./draw-chart";
import { textWidth } from "./text-width";

const context = { toolCallId: "toolu_1", signal: new AbortController().signal, log: () => undefined };

async function draw(input: Record<string, unknown>): Promise<{ png: Buffer; text: string }> {
  const [image, text] = Object(await drawChart.handle(input, context));
  expect(image).toMatchObject({ type: "image", source: { type: "base64", media_type: "image/png" } });
  return { png: Buffer.from(image.source.data, "base64"), text: text.text };
}

describe("draw_chart", () => {
  it("returns a PNG of 1440 x 810 pixels and a summary", async () => {
    const { png, text } = await draw({ title: "Sales", labels: ["Q1", "Q2"], values: [3, 12.5] });
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1440, 810]);
    expect(text).toBe('Drew the bar chart "Sales" with 2 values: lowest 3 (Q1), highest 12.5 (Q2).');
  });

  it("draws what it was given: other values, another picture; the same values, the same bytes", async () => {
    const chart = { title: "Sales", kind: "line", labels: ["a", "b"], values: [1, 2] };
    const [one, same, other] = await Promise.all([
      draw(chart),
      draw(chart),
      draw({ ...chart, values: [2, 1] }),
    ]);
    expect(one.png.equals(same.png)).toBe(true);
    expect(one.png.equals(other.png)).toBe(false);
  });

  it("writes in its packaged font", async () => {
    const blank = await draw({ title: " ", labels: [" "], values: [1] });
    const titled = await draw({ title: "A title of some length", labels: [" "], values: [1] });
    expect(titled.png.length).toBeGreaterThan(blank.png.length + 1_000);
  });

  it("survives markup, control characters and lone surrogates in its texts", async () => {
    const { png } = await draw({ title: '<script>&"\u0000\ud800', labels: ["</svg>"], values: [-1] });
    expect(png.length).toBeGreaterThan(1_000);
  });

  it.each([
    [{ labels: ["a"], values: [1, 2] }, /"labels" has 1 and "values" has 2 entries/],
    [{ labels: ["a"], values: [1e300] }, /1e\+300 is out of the range/],
  ])("refuses %j", async (input, message) => {
    await expect(drawChart.handle({ title: "x", ...input }, context)).rejects.toThrow(message);
  });
});

describe("the layout of a chart", () => {
  const many = Array.from({ length: 40 }, (_, index) => index - 20);
  const charts = [
    {
      title: "t",
      kind: "bar" as const,
      labels: many.map((n) => `A very long label, number ${n}, cut`),
      values: many,
    },
    {
      title: "long ".repeat(60),
      kind: "line" as const,
      labels: many.map(String),
      values: many.map((n) => n * 1e9),
    },
    { title: "t", kind: "bar" as const, labels: ["only"], values: [0] },
    { title: "t", kind: "line" as const, labels: ["a", "b"], values: [1e15, 1e15] },
    { title: "t", kind: "bar" as const, labels: ["a", "b"], values: [-1e-9, 1e15] },
  ];

  it.each(charts)(
    "keeps everything inside the picture and labels apart ($kind, $values.length values)",
    (chart) => {
      const layout = chartLayout(chart);
      const reach = (label: string) => textWidth(label, 14) * (layout.turned ? Math.SQRT1_2 : 0.5);
      expect(layout.x(0) - reach(layout.labels[0] ?? "")).toBeGreaterThanOrEqual(0);
      expect(layout.labelTop + (layout.turned ? reach(layout.labels[0] ?? "") : 14)).toBeLessThan(
        chartSize.height,
      );
      expect(layout.title.length).toBeLessThanOrEqual(2);
      for (const value of chart.values) {
        expect(layout.y(value)).toBeGreaterThanOrEqual(layout.y(layout.scale.max));
        expect(layout.y(value)).toBeLessThanOrEqual(layout.labelTop);
      }
      if (!layout.turned)
        expect(Math.max(...layout.labels.map((l) => textWidth(l, 14)))).toBeLessThan(layout.band);
      expect(layout.band).toBeGreaterThan(14);
      expect(chartSvg(chart)).not.toMatch(/NaN|Infinity/);
    },
  );

  it("tells long labels apart by their ends", () => {
    const labels = many.map((number) => `One and the same very long label, number ${number}`);
    const layout = chartLayout({ title: "t", kind: "bar", labels, values: many });
    expect(new Set(layout.labels).size).toBe(labels.length);
  });
});

describe("the axis of a chart", () => {
  it.each([
    [[3, 18], true, [0, 5, 10, 15, 20]],
    [[-3, 14], true, [-5, 0, 5, 10, 15]],
    [[0.1, 0.3], true, [0, 0.1, 0.2, 0.3]],
    [[-8, -3], true, [-8, -6, -4, -2, 0]],
    [[1000.1, 1000.9], false, [1000, 1000.2, 1000.4, 1000.6, 1000.8, 1001]],
  ])("of %j (from zero: %s) has the ticks %j", (values, fromZero, ticks) => {
    expect(chartScale(values, fromZero).ticks).toEqual(ticks);
  });

  it("has room for a single value and for equal ones", () => {
    for (const values of [[0], [5], [-5], [7, 7], [1e15, 1e15]]) {
      const { min, max, ticks } = chartScale(values, false);
      expect(max).toBeGreaterThan(min);
      expect(new Set(ticks).size).toBe(ticks.length);
    }
  });

  it("writes numbers in one unit, never two ticks alike", () => {
    const { tick, value } = chartNumbers(1_500_000, 500_000);
    expect([tick(-500_000), tick(0), value(1_234_567)]).toEqual(["−0.5M", "0", "1.235M"]);
    expect(chartNumbers(1001, 0.2).value(1000.4)).toBe("1,000.4");
    expect(chartNumbers(0.00003, 0.00001).tick(0.00002)).toBe("0.00002");
  });
});
