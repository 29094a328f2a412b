// Which tooltip is open? One at most, in the whole page.

type Close = () => void;

let open: Close | null = null;
let closedAt = Number.NEGATIVE_INFINITY;

/** How long a pointer rests before it is told more; right after another tooltip it is told at once. */
export function restingMs(now: number): number {
  return open !== null || now - closedAt < 250 ? 0 : 350;
}

/** Closes the one that was open before. */
export function tooltipOpened(close: Close): void {
  if (open !== close) open?.();
  open = close;
}

export function tooltipClosed(close: Close, now: number): void {
  if (open !== close) return;
  open = null;
  closedAt = now;
}
