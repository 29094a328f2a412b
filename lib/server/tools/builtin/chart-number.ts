// How is a number written in a chart?

const units: readonly (readonly [size: number, suffix: string])[] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
];

export type ChartNumbers = {
  readonly tick: (value: number) => string;
  readonly value: (value: number) => string;
};

/**
 * One unit for the whole chart, so that its numbers can be compared at a glance, and as many decimals as its axis needs.
 *
 * @param largest the largest absolute value on the axis
 * @param step the distance of two ticks
 */
export function chartNumbers(largest: number, step: number): ChartNumbers {
  const [size, suffix] = largest < 100_000 ? [1, ""] : (units.find(([each]) => largest >= each) ?? [1, ""]);
  const decimals = Math.min(18, Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9)));
  const exact = (least: number, most: number) =>
    new Intl.NumberFormat("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });
  const tick = exact(decimals, decimals);
  const long = exact(0, decimals === 0 ? 0 : decimals + 1);
  const short = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
  const written = (format: Intl.NumberFormat, scaled: number) =>
    scaled === 0 ? "0" : `${format.format(scaled).replace("-", "−")}${suffix}`;
  return {
    tick: (number) => written(tick, number / size),
    value: (number) => written(Math.abs(number / size) < 1_000 ? short : long, number / size),
  };
}
