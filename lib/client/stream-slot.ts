// May this tab hold a connection open, without the others of the browser going short?

/**
 * Over HTTP/1.1 a browser has six connections to a host, for all its tabs together. Event streams hold theirs for as long as
 * a run goes on: half are left free for everything else.
 */
const slotNames = [1, 2, 3].map((number) => `toolscope-stream-${number}`);

type Release = () => void;

/** One stream in a tab, whatever is on screen. */
let taken = false;

/**
 * Takes one of the browser's slots for a stream where one is free, which a tab that nobody sees leaves to the others. Web
 * Locks are given back by the browser itself when a tab closes; a page that has none (plain HTTP from another machine)
 * counts its own tab only.
 *
 * @param signal gives the slot back at once when it is aborted: the next run of this tab may take it
 * @returns gives the slot back; null where there is none
 */
export function takeStreamSlot(signal: AbortSignal): Release | null | Promise<Release | null> {
  if (taken || isHidden()) return null;
  taken = true;
  return hasLocks() ? lockedSlot(signal) : giveBack(() => undefined, signal);
}

async function lockedSlot(signal: AbortSignal): Promise<Release | null> {
  for (const name of slotNames) {
    const release = await lockIfFree(name);
    if (release !== null) return giveBack(release, signal);
  }
  taken = false;
  return null;
}

/** @returns forgets `work`, which is called when this tab is hidden */
export function whenHidden(work: () => void): () => void {
  if (typeof document === "undefined") return () => undefined;
  const look = () => {
    if (document.hidden) work();
  };
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}

function giveBack(release: Release, signal: AbortSignal): Release {
  let mine = true;
  const back = () => {
    if (mine) taken = false;
    mine = false;
    signal.removeEventListener("abort", back);
    release();
  };
  if (signal.aborted) back();
  else signal.addEventListener("abort", back);
  return back;
}

function isHidden(): boolean {
  return typeof document !== "undefined" && document.hidden;
}

function hasLocks(): boolean {
  return typeof document !== "undefined" && typeof navigator !== "undefined" && navigator.locks !== undefined;
}

function lockIfFree(name: string): Promise<Release | null> {
  return new Promise((resolve) => {
    const ask = navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => resolve(release));
    });
    ask.catch(() => resolve(null));
  });
}
