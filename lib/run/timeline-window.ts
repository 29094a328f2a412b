// Which part of a run's time is on screen, and where in it does a moment lie?
import type { Run } from "./run";

/** A stretch of the run's time in milliseconds. */
export type TimeWindow = { readonly from: number; readonly to: number };

/** Left edge and width as shares of the window, 0 to 1. */
export type Extent = { readonly left: number; readonly width: number };

/** No zoom goes below this many milliseconds: times are taken to about a tenth of one. */
const narrowestMs = 2;

/**
 * @param now milliseconds since the run began
 * @returns the window that shows the whole run. While it goes on, the window grows in steps, so that bars grow inside a
 *   still axis instead of the axis shrinking under them.
 */
export function wholeWindow(run: Run, now: number): TimeWindow {
  if (run.end !== null) return { from: 0, to: Math.max(run.end.at * 1.02, narrowestMs) };
  return { from: 0, to: roundedUp(Math.max(run.lastAt, now, 400) * 1.08) };
}

/** @returns where the stretch lies in the window, cut at its edges; null where it lies outside */
export function extentIn(window: TimeWindow, from: number, to: number): Extent | null {
  if (to < window.from || from > window.to) return null;
  const left = positionOf(window, Math.max(from, window.from));
  return { left, width: positionOf(window, Math.min(to, window.to)) - left };
}

/** @returns the moment's share of the window: 0 at its start, 1 at its end */
export function positionOf(window: TimeWindow, at: number): number {
  return (at - window.from) / (window.to - window.from);
}

/** @returns the moment at a share of the window, in milliseconds */
export function timeAt(window: TimeWindow, position: number): number {
  return window.from + position * (window.to - window.from);
}

/** @returns the stretch between two moments in either order, kept inside `whole` and wide enough to read */
export function zoomTo(whole: TimeWindow, one: number, other: number): TimeWindow {
  const width = Math.min(Math.max(Math.abs(other - one), narrowestMs), whole.to - whole.from);
  const middle = (one + other) / 2;
  const from = Math.min(Math.max(middle - width / 2, whole.from), whole.to - width);
  return { from, to: from + width };
}

/** @returns the window narrowed (factor below 1) or widened around a moment that keeps its place */
export function zoomBy(whole: TimeWindow, window: TimeWindow, factor: number, around: number): TimeWindow {
  const from = around - (around - window.from) * factor;
  return zoomTo(whole, from, from + (window.to - window.from) * factor);
}

function roundedUp(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(ms));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= ms) ?? 10;
  return step * power;
}
