// How is a number of the run written, so that its unit is never missing?

/** @returns `"812 ms"`, `"2.94 s"`, `"1 min 05 s"`; a negative or unknown time is `"0 ms"` */
export function durationText(ms: number): string {
  if (!(ms > 0)) return "0 ms";
  if (ms < 1) return "<1 ms";
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9_995) return `${(ms / 1_000).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  const rest = String(seconds % 60).padStart(2, "0");
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${rest} s`;
  const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, "0");
  return `${Math.floor(seconds / 3_600)} h ${minutes} min`;
}

/** @returns `"940 B"`, `"12.4 kB"`, `"3.1 MB"`; decimal units, as HTTP tools count */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_950) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @returns a count with thousands separated: `"12,400"` */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** @returns a count for a narrow place, from a million on in millions: `"6.70M"`, `"12.4M"` */
export function shortCountText(count: number): string {
  if (count < 1_000_000) return countText(count);
  const millions = count / 1_000_000;
  return millions < 99.95
    ? `${millions.toFixed(millions < 9.995 ? 2 : 1)}M`
    : `${countText(Math.round(millions))}M`;
}

/** @returns the count with its noun: `"1 call"`, `"4 calls"` */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}

/** @returns an average with one digit after the point: `"2.5"` */
export function meanText(mean: number): string {
  return mean.toFixed(1);
}

/** @returns how many times as fast: `"3.6x"` */
export function factorText(factor: number): string {
  return `${factor.toFixed(factor < 99.95 ? 1 : 0)}x`;
}
