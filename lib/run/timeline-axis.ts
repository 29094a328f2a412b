// Where do the ticks of a time axis stand, and what is written at them?
import { positionOf, type TimeWindow } from "./timeline-window";

export type AxisTick = { readonly at: number; readonly position: number; readonly label: string };

/**
 * @param most how many ticks the axis has room for
 * @returns ticks at round times (1, 2 or 5 times a power of ten, in milliseconds; whole minutes above) in the window
 */
export function axisTicks(window: TimeWindow, most: number): AxisTick[] {
  const step = tickStep((window.to - window.from) / Math.max(most, 1));
  const ticks: AxisTick[] = [];
  for (let index = Math.ceil(window.from / step); index * step <= window.to; index += 1) {
    const at = index * step;
    ticks.push({ at, position: positionOf(window, at), label: tickLabel(at, step) });
  }
  return ticks;
}

/** @returns the smallest round step, in milliseconds, that is at least `least` */
export function tickStep(least: number): number {
  const minute = 60_000;
  const long = [15_000, 30_000, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute, 60 * minute];
  if (least > 10_000)
    return long.find((step) => step >= least) ?? Math.ceil(least / (60 * minute)) * 60 * minute;
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 0.001)));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * 0.999999) ?? 10;
  return factor * power;
}

function tickLabel(at: number, step: number): string {
  if (at === 0) return "0";
  if (step >= 15_000) {
    const seconds = Math.round(at / 1_000);
    const rest = seconds % 60;
    return rest === 0
      ? `${seconds / 60} min`
      : `${Math.floor(seconds / 60)}:${String(rest).padStart(2, "0")} min`;
  }
  if (step >= 1_000) return `${Math.round(at / 1_000)} s`;
  if (step >= 100) return at < 1_000 ? `${Math.round(at)} ms` : `${(at / 1_000).toFixed(1)} s`;
  const decimals = step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step)));
  return `${at.toFixed(decimals).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")} ms`;
}
