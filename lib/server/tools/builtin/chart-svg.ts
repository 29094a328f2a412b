// How is a chart drawn?
import type { Chart } from "./chart";
import { type ChartLayout, chartLayout, chartSize, fontSizes } from "./chart-layout";

const ink = "#171717";
const quiet = "#5f5f5f";
const grid = "#e8e8e8";
const base = "#8a8a8a";
const positive = "#2f6fed";
const negative = "#d9552b";

/** @returns an SVG document that uses the font family Geist */
export function chartSvg(chart: Chart): string {
  const layout = chartLayout(chart);
  const { width, height } = chartSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Geist">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...layout.title.map((line, index) =>
      text(line, 40, 62 + index * 32, { size: fontSizes.title, fill: ink, bold: true }),
    ),
    ...gridLines(layout),
    ...(chart.kind === "bar" ? bars(chart, layout) : line(chart, layout)),
    ...(layout.showValues ? valueTexts(chart, layout) : []),
    ...labelTexts(layout),
    "</svg>",
  ].join("\n");
}

function gridLines(layout: ChartLayout): string[] {
  return layout.scale.ticks.flatMap((tick) => {
    const y = round(layout.y(tick));
    const stroke = tick === 0 ? base : grid;
    return [
      `<line x1="${round(layout.left)}" x2="${layout.right}" y1="${y}" y2="${y}" stroke="${stroke}" stroke-width="1"/>`,
      text(layout.numbers.tick(tick), layout.left - 12, y + 5, {
        size: fontSizes.axis,
        fill: quiet,
        anchor: "end",
      }),
    ];
  });
}

function bars(chart: Chart, layout: ChartLayout): string[] {
  const width = Math.min(layout.band * 0.68, 96);
  const zero = layout.y(0);
  return chart.values.map((value, index) => {
    const end = layout.y(value);
    const left = layout.x(index) - width / 2;
    const corner = Math.min(4, width / 4, Math.abs(end - zero));
    // Rounded at the end that carries the value, square where the bar stands on the zero line.
    const inner = end + (value < 0 ? -corner : corner);
    const path = [
      `M${round(left)} ${round(zero)}`,
      `V${round(inner)}`,
      `Q${round(left)} ${round(end)} ${round(left + corner)} ${round(end)}`,
      `H${round(left + width - corner)}`,
      `Q${round(left + width)} ${round(end)} ${round(left + width)} ${round(inner)}`,
      `V${round(zero)}Z`,
    ].join("");
    return `<path d="${path}" fill="${value < 0 ? negative : positive}"/>`;
  });
}

function line(chart: Chart, layout: ChartLayout): string[] {
  const points = chart.values.map(
    (value, index) => [round(layout.x(index)), round(layout.y(value))] as const,
  );
  const path = points.map(([x, y]) => `${x},${y}`).join(" ");
  return [
    `<polyline points="${path}" fill="none" stroke="${positive}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/>`,
    ...points.map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="4.5" fill="#ffffff" stroke="${positive}" stroke-width="3"/>`,
    ),
  ];
}

function valueTexts(chart: Chart, layout: ChartLayout): string[] {
  const gap = chart.kind === "bar" ? 8 : 13;
  return chart.values.map((value, index) => {
    const y = layout.y(value) + (layout.below[index] ? gap + 11 : -gap);
    const written = layout.numbers.value(value);
    return text(written, layout.x(index), y, {
      size: fontSizes.value,
      fill: ink,
      anchor: "middle",
      halo: true,
    });
  });
}

function labelTexts(layout: ChartLayout): string[] {
  const top = layout.labelTop;
  return layout.labels.map((label, index) => {
    const x = layout.x(index);
    if (!layout.turned) {
      return text(label, x, top + fontSizes.axis, { size: fontSizes.axis, fill: quiet, anchor: "middle" });
    }
    const turned = text(label, 0, 0, { size: fontSizes.axis, fill: quiet, anchor: "end" });
    return `<g transform="translate(${round(x + 5)} ${round(top + 10)}) rotate(-45)">${turned}</g>`;
  });
}

type TextStyle = {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: "middle" | "end";
  readonly bold?: boolean;
  /** A white rim keeps a number readable where a line passes behind it. */
  readonly halo?: boolean;
};

function text(content: string, x: number, y: number, style: TextStyle): string {
  const halo = style.halo
    ? ' stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    : "";
  const weight = style.bold ? ' font-weight="600"' : "";
  const anchor = style.anchor === undefined ? "" : ` text-anchor="${style.anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${style.size}" fill="${style.fill}"${anchor}${weight}${halo}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  // Control characters and lone surrogates have no place in XML, escaped or not.
  const clean = content.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ");
  return clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
