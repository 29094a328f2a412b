// How is a costly selector kept from running again while nothing it reads has changed?

/**
 * Remembers the newest result of `compute`. While a reply streams, the run changes with every frame, but what most
 * selectors read does not.
 *
 * @param partsOf everything `compute` reads, as a flat list; parts are compared by identity
 * @returns a function that gives the very same result for as long as the parts are the same
 */
export function memoByParts<Args extends readonly unknown[], Result>(
  partsOf: (...args: Args) => readonly unknown[],
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let newest: { readonly parts: readonly unknown[]; readonly result: Result } | null = null;
  return (...args) => {
    const parts = partsOf(...args);
    if (newest === null || !sameParts(newest.parts, parts)) newest = { parts, result: compute(...args) };
    return newest.result;
  };
}

function sameParts(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => Object.is(part, other[index]));
}
