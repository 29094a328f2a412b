// Which values has a header in a header set, whatever the case of its name?
import type { HeaderSet, HeaderValue } from "@/lib/protocol/header-set";
import { type ObservationPoint, observationPoints } from "@/lib/protocol/observation-point";
import type { ProviderRequest } from "./run";

/** All lines of one header: names in the case they had, values in their order. */
export type HeaderLines = { readonly names: readonly string[]; readonly values: readonly HeaderValue[] };

/** @returns the lines of every header of the set by its name in lower case, in the order of first appearance */
export function headerLines(headers: HeaderSet): ReadonlyMap<string, HeaderLines> {
  const found = new Map<string, { names: string[]; values: HeaderValue[] }>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const lines = found.get(key) ?? { names: [], values: [] };
    lines.names.push(name);
    lines.values.push(value);
    found.set(key, lines);
  }
  return found;
}

/** @returns the header's lines in the set, or null where it has none */
export function linesOf(headers: HeaderSet | undefined, name: string): HeaderLines | null {
  const lower = name.toLowerCase();
  const lines = (headers ?? []).filter(([each]) => each.toLowerCase() === lower);
  if (lines.length === 0) return null;
  return { names: lines.map(([each]) => each), values: lines.map(([, value]) => value) };
}

/** True where both carry the same values in the same order. Fingerprints decide, so redacted values compare too. */
export function sameValues(one: HeaderLines, other: HeaderLines): boolean {
  return (
    one.values.length === other.values.length &&
    one.values.every((value, index) => value.fingerprint === other.values[index]?.fingerprint)
  );
}

/** @returns the points the request was seen at, in the order it passes them */
export function pointsOf(request: ProviderRequest): ObservationPoint[] {
  return observationPoints.filter((point) => request.headerSets[point] !== undefined);
}

/** @returns the last point the request was seen at, which is nearest to what the provider got */
export function furthestPoint(request: ProviderRequest): ObservationPoint | null {
  return pointsOf(request).at(-1) ?? null;
}
