// How does the time of a timer stand still?

/** @param due called once, when `limitMs` have passed in which the time went on; it goes on from the start */
export function interruptibleTimer(limitMs: number, due: () => void) {
  let leftMs = limitMs;
  let startedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => {
    startedAt = performance.now();
    timer = setTimeout(due, leftMs);
  };
  const hold = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    leftMs = Math.max(0, leftMs - (performance.now() - startedAt));
  };
  goOn();
  return { hold, goOn };
}
