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

/** One unit for the whole chart, so that its numbers can be compared at a glance. */
export function chartNumbers(largest: number, step: number): ChartNumbers {
  const [size, suffix] = largest < 100_000 ? [1, ""] : (units.find(([each]) => largest >= each) ?? [1, ""]);
  const decimals = Math.min(20, Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9)));
  const tick = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const value = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
  const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
  const write = (format: Intl.NumberFormat, number: number) => {
    const scaled = number / size;
    const text = (Math.abs(scaled) >= 1_000 ? whole : format).format(scaled);
    return `${text.replace("-", "−")}${number === 0 ? "" : suffix}`;
  };
  return { tick: (number) => write(tick, number), value: (number) => write(value, number) };
}
