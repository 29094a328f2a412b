// How wide are the columns of the header matrix?

/** The column of header names, in px. */
export const nameWidth = 248;

/** One cell, in px; narrower where a request has a cell for each of several points. */
const narrowest = { one: 40, several: 22 };
const widest = 240;

/** Wide enough to write the value in the cell, in px. */
export const valueWidth = 88;

/** @returns the width of one cell: the room shared out, within limits, in whole px */
export function cellWidthFor(scrollerWidth: number, requests: number, points: number): number {
  const room = Math.max(scrollerWidth - nameWidth, 0) / Math.max(requests * points, 1);
  const least = points > 1 ? narrowest.several : narrowest.one;
  return Math.floor(Math.min(Math.max(room, least), widest));
}
