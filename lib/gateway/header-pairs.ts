// In which form does the gateway hold headers?

/** Names and values in the order and case of the wire, repeats kept. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** The flat list of Node's `rawHeaders` as pairs. */
export function headerPairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[index * 2] ?? "",
    rawHeaders[index * 2 + 1] ?? "",
  ]);
}

/** All values under a name, whatever its case. @param name in lower case */
export function valuesOf(headers: HeaderPairs, name: string): string[] {
  return headers.flatMap(([given, value]) => (given.toLowerCase() === name ? [value] : []));
}
