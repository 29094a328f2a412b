// What does the chart tool answer?
import { z } from "zod";
import { ToolFailure } from "../tool-failure";
import { builtinTool } from "./builtin-tool";
import type { Chart } from "./chart";
import { chartSvg } from "./chart-svg";
import { renderPng } from "./render-png";

const description =
  "Draws one series of numbers as a bar or line chart and returns it as a PNG image with a one-line summary. Use it when " +
  "someone asks for a chart, plot or graph, or when a comparison is easier to see than to read. Give exactly one label " +
  "for each value, at most 40; bars suit categories, lines suit values over time. It draws only the numbers it is given: " +
  "get them first.";

const input = z.strictObject({
  title: z.string().min(1).max(200).describe("What the chart shows, with the unit of its values"),
  kind: z.enum(["bar", "line"]).optional().describe("bar (the default) or line"),
  labels: z
    .array(z.string())
    .min(1)
    .max(40)
    .describe("One label for each value, in order from left to right"),
  values: z.array(z.number()).min(1).max(40).describe("The numbers to draw; negative ones are allowed"),
});

/** 1440 x 810 pixels: sharp, and below the 1568 pixels from where the API scales an image down. */
const zoom = 1.5;

export const drawChart = builtinTool(
  "draw_chart",
  description,
  input,
  async ({ title, kind = "bar", labels, values }, { log }) => {
    const problem = chartProblem(labels, values);
    if (problem !== null) throw new ToolFailure(`Error: ${problem}`);
    const chart: Chart = { title, kind, labels, values };
    const png = await renderPng(chartSvg(chart), zoom);
    log(`Drew a ${kind} chart of ${values.length} values, ${Math.ceil(png.length / 1000)} kB`);
    return [
      { type: "image", source: { type: "base64", media_type: "image/png", data: png.toString("base64") } },
      { type: "text", text: summary(chart) },
    ];
  },
);

function chartProblem(labels: readonly string[], values: readonly number[]): string | null {
  if (labels.length !== values.length) {
    return `"labels" has ${labels.length} and "values" has ${values.length} entries. Give exactly one label for each value.`;
  }
  const undrawable = values.find(
    (value) => value !== 0 && (Math.abs(value) > 1e15 || Math.abs(value) < 1e-9),
  );
  if (undrawable === undefined) return null;
  return `${undrawable} is out of the range a chart can show (1e-9 to 1e15). Give the values in another unit.`;
}

function summary({ title, kind, labels, values }: Chart): string {
  const at = (value: number) => `${value} (${labels[values.indexOf(value)] ?? ""})`;
  const spread = `lowest ${at(Math.min(...values))}, highest ${at(Math.max(...values))}`;
  return `Drew the ${kind} chart "${title}" with ${values.length} ${values.length === 1 ? "value" : "values"}: ${spread}.`;
}
