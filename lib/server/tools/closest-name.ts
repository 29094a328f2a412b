// Which of these names was probably meant?

/** @returns the known name fewest edits away, or null where none is close enough to be a slip */
export function closestName(wanted: string, known: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const target = plain(wanted).slice(0, 64);
  const limit = Math.max(1, Math.floor(target.length / 3));
  let best: { name: string; edits: number } | null = null;
  for (const name of known) {
    const edits = editDistance(target, plain(name).slice(0, 64));
    if (edits <= limit && (best === null || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
