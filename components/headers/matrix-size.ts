// How wide are the columns of the header matrix?

/** The column of header names, in px. */
export const nameWidth = 232;

const narrowest = 40;
const widest = 240;

/** Wide enough to write the value in the cell, in px. */
export const valueWidth = 88;

/** @returns the width of one request's column: the room shared out, within limits, in whole px */
export function cellWidthFor(scrollerWidth: number, columns: number): number {
  const room = Math.max(scrollerWidth - nameWidth, 0) / Math.max(columns, 1);
  return Math.floor(Math.min(Math.max(room, narrowest), widest));
}
