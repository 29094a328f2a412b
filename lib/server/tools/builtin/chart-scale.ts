// Which values stand on the axis of a chart?

export type ChartScale = {
  readonly min: number;
  readonly max: number;
  /** From bottom to top, evenly spaced; the first is `min`, the last is `max`. */
  readonly ticks: readonly number[];
  readonly step: number;
};

/**
 * @param values finite numbers, at least one
 * @param fromZero whether zero has to be on the axis: bars are read by their length
 */
export function chartScale(values: readonly number[], fromZero: boolean): ChartScale {
  let low = Math.min(...values);
  let high = Math.max(...values);
  // A line that comes near zero anyway is read better against it.
  const withZero = fromZero || (low >= 0 && low < high * 0.6) || (high <= 0 && high > low * 0.6);
  if (withZero) {
    low = Math.min(low, 0);
    high = Math.max(high, 0);
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= size * 1e-6) {
    const margin = size === 0 ? 1 : size * 0.1;
    if (size === 0 || !withZero) low -= size === 0 ? 0 : margin;
    high += margin;
  }
  const step = niceStep((high - low) / 5);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => cleaned((first + index) * step, step));
  return { min: ticks[0] ?? low, max: ticks.at(-1) ?? high, ticks, step };
}

/** 1, 2 or 5 times a power of ten, so that ticks are round numbers. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** 3 * 0.1 is 0.30000000000000004: a tick is rounded to the digits its step has. */
function cleaned(value: number, step: number): number {
  const digits = Math.min(100, Math.max(0, 1 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(digits)) + 0;
}
