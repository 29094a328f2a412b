// Where does everything in a chart stand?
import type { Chart } from "./chart";
import { type ChartNumbers, chartNumbers } from "./chart-number";
import { type ChartScale, chartScale } from "./chart-scale";
import { fitText, textWidth, wrapText } from "./text-width";

/** Pixels of the drawing's own grid; the picture is rendered larger. */
export const chartSize = { width: 960, height: 540 } as const;
export const fontSizes = { title: 24, axis: 14, value: 14 } as const;

const edge = 40;
const titleLine = 32;
const longestLabel = 150;
const turn = Math.PI / 4;

export type ChartLayout = {
  readonly title: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly band: number;
  readonly labels: readonly string[];
  /** Labels too wide to stand side by side are turned. */
  readonly turned: boolean;
  /** Numbers at the marks, where there is room for all of them. */
  readonly showValues: boolean;
  readonly numbers: ChartNumbers;
  readonly scale: ChartScale;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

export function chartLayout(chart: Chart): ChartLayout {
  const scale = chartScale(chart.values, chart.kind === "bar");
  const numbers = chartNumbers(Math.max(Math.abs(scale.min), Math.abs(scale.max)), scale.step);
  const widest = (texts: readonly string[], size: number) =>
    Math.max(...texts.map((text) => textWidth(text, size)));
  const title = wrapText(chart.title, fontSizes.title, chartSize.width - 2 * edge, 2);
  const plainLeft = edge + widest(scale.ticks.map(numbers.tick), fontSizes.axis) + 14;
  const right = chartSize.width - edge;
  const turned = widest(chart.labels, fontSizes.axis) > (right - plainLeft) / chart.labels.length - 10;
  const labels = chart.labels.map((label) => fitText(label, fontSizes.axis, longestLabel));
  // A turned label hangs to the left of its mark: the first one may need more room than the numbers of the axis.
  const reach = turned ? widest(labels, fontSizes.axis) * Math.cos(turn) : 0;
  const left = Math.max(plainLeft, edge / 2 + reach - (right - plainLeft) / chart.values.length / 2);
  const band = (right - left) / chart.values.length;
  const drop = turned ? reach + fontSizes.axis : fontSizes.axis;
  const belowMarks = chart.values.some((value) => value < 0) ? 30 : 12;
  const top = edge + title.length * titleLine + 30;
  const bottom = chartSize.height - edge / 2 - 8 - drop - belowMarks;
  return {
    title,
    left,
    right,
    top,
    bottom,
    band,
    labels: turned ? labels : chart.labels,
    turned,
    showValues: widest(chart.values.map(numbers.value), fontSizes.value) <= band - 6,
    numbers,
    scale,
    x: (index) => left + band * (index + 0.5),
    y: (value) => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top),
  };
}

/** @returns where the labels under the marks begin */
export function labelTop(chart: Chart, layout: ChartLayout): number {
  return layout.bottom + (chart.values.some((value) => value < 0) ? 30 : 12);
}
