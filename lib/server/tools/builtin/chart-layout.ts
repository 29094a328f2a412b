// Where does everything in a chart stand?
import type { Chart } from "./chart";
import { type ChartNumbers, chartNumbers } from "./chart-number";
import { type ChartScale, chartScale } from "./chart-scale";
import { fitLabel, textWidth, wrapText } from "./text-width";

/** Pixels of the drawing's own grid; the picture is rendered larger. */
export const chartSize = { width: 960, height: 540 } as const;
export const fontSizes = { title: 24, axis: 14, value: 14 } as const;

const edge = 40;
const right = chartSize.width - edge;
const titleLine = 32;
const longestLabel = 150;
const turn = Math.PI / 4;

export type ChartLayout = {
  readonly title: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly band: number;
  readonly labels: readonly string[];
  readonly labelTop: number;
  /** Labels too wide to stand side by side are turned. */
  readonly turned: boolean;
  /** Numbers at the marks, where there is room for all of them. */
  readonly showValues: boolean;
  /** True for a mark whose number stands below it. */
  readonly below: readonly boolean[];
  readonly numbers: ChartNumbers;
  readonly scale: ChartScale;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

export function chartLayout(chart: Chart): ChartLayout {
  const scale = chartScale(chart.values, chart.kind === "bar");
  const numbers = chartNumbers(Math.max(Math.abs(scale.min), Math.abs(scale.max)), scale.step);
  const title = wrapText(chart.title, fontSizes.title, chartSize.width - 2 * edge, 2);
  const across = acrossLayout(chart, widest(scale.ticks.map(numbers.tick), fontSizes.axis));
  const { left, band, reach } = across;
  const below = chart.values.map((_, index) => standsBelow(chart, index));
  const gap = below.includes(true) ? 30 : 12;
  const top = edge + title.length * titleLine + 30;
  const bottom = chartSize.height - edge / 2 - 8 - reach - fontSizes.axis - gap;
  return {
    ...across,
    title,
    right,
    labelTop: bottom + gap,
    showValues: widest(chart.values.map(numbers.value), fontSizes.value) <= band - 6,
    below,
    numbers,
    scale,
    x: (index) => left + band * (index + 0.5),
    y: (value) => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top),
  };
}

type AcrossLayout = Pick<ChartLayout, "left" | "band" | "labels" | "turned"> & { readonly reach: number };

function acrossLayout(chart: Chart, tickWidth: number): AcrossLayout {
  const count = chart.values.length;
  const plainLeft = edge + tickWidth + 14;
  const plainBand = (right - plainLeft) / count;
  if (widest(chart.labels, fontSizes.axis) <= plainBand - 10) {
    return { left: plainLeft, band: plainBand, labels: chart.labels, turned: false, reach: 0 };
  }
  const labels = chart.labels.map((label) => fitLabel(label, fontSizes.axis, longestLabel));
  // A turned label hangs to the left of its mark: the first one may need more room than the numbers of the axis.
  const reach = widest(labels, fontSizes.axis) * Math.cos(turn);
  const left = Math.max(plainLeft, edge / 2 + reach - plainBand / 2);
  return { left, band: (right - left) / count, labels, turned: true, reach };
}

/** Numbers stand where nothing is drawn: outside a bar, and below the low points of a line. */
function standsBelow({ kind, values }: Chart, index: number): boolean {
  const value = values[index] ?? 0;
  if (kind === "bar") return value < 0;
  const neighbours = [values[index - 1], values[index + 1]].filter((each) => each !== undefined);
  return neighbours.length > 0 && neighbours.every((each) => each > value);
}

function widest(texts: readonly string[], size: number): number {
  return Math.max(...texts.map((text) => textWidth(text, size)));
}
