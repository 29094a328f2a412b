// Which values has a header in a header set, whatever the case of its name?
import type { HeaderSet, HeaderValue } from "@/lib/protocol/header-set";
import { type ObservationPoint, observationPoints } from "@/lib/protocol/observation-point";
import type { ProviderRequest } from "./run";

/** All lines of one header: names in the case they had, values in their order, and the places they had in the set. */
export type HeaderLines = {
  readonly names: readonly string[];
  readonly values: readonly HeaderValue[];
  /** 1 for the first line of the header set. */
  readonly places: readonly number[];
};

/** Header sets never change, and each is read many times: for every finding, point and header. */
const known = new WeakMap<HeaderSet, ReadonlyMap<string, HeaderLines>>();

/** @returns the lines of every header of the set by its name in lower case, in the order of first appearance */
export function headerLines(headers: HeaderSet): ReadonlyMap<string, HeaderLines> {
  const lines = known.get(headers) ?? readLines(headers);
  known.set(headers, lines);
  return lines;
}

function readLines(headers: HeaderSet): ReadonlyMap<string, HeaderLines> {
  const found = new Map<string, { names: string[]; values: HeaderValue[]; places: number[] }>();
  for (const [index, [name, value]] of headers.entries()) {
    const key = name.toLowerCase();
    const lines = found.get(key) ?? { names: [], values: [], places: [] };
    lines.names.push(name);
    lines.values.push(value);
    lines.places.push(index + 1);
    found.set(key, lines);
  }
  return found;
}

/** @returns the header's lines in the set, or null where it has none */
export function linesOf(headers: HeaderSet | undefined, name: string): HeaderLines | null {
  return headerLines(headers ?? []).get(name.toLowerCase()) ?? null;
}

/** True where both carry the same values in the same order. Fingerprints decide, so redacted values compare too. */
export function sameValues(one: HeaderLines, other: HeaderLines): boolean {
  return (
    one.values.length === other.values.length &&
    one.values.every((value, index) => isSameValue(value, other.values[index]))
  );
}

function isSameValue(one: HeaderValue, other: HeaderValue | undefined): boolean {
  if (other === undefined) return false;
  if (one.fingerprint === other.fingerprint) return true;
  return !one.redacted && !other.redacted && one.shown === other.shown;
}

/** @returns the points the request was seen at, in the order it passes them */
export function pointsOf(request: ProviderRequest): ObservationPoint[] {
  return observationPoints.filter((point) => request.headerSets[point] !== undefined);
}

/** @returns the last point the request was seen at, which is nearest to what the provider got */
export function furthestPoint(request: ProviderRequest): ObservationPoint | null {
  return pointsOf(request).at(-1) ?? null;
}

/**
 * True where a line carries the value: equal by fingerprint, or, of a list such as anthropic-beta that other sources may
 * add to, with every item of it in one line's list.
 */
export function holdsValue(lines: HeaderLines, asked: HeaderValue): boolean {
  return lines.values.some((value) => {
    if (isSameValue(value, asked)) return true;
    if (value.redacted || asked.redacted) return false;
    const items = listItems(value);
    return listItems(asked).every((item) => items.includes(item));
  });
}

/** @returns the last point before `point` at which the request was seen; `fetch` where there is none */
export function furthestPointBefore(request: ProviderRequest, point: ObservationPoint): ObservationPoint {
  const earlier = observationPoints.slice(0, observationPoints.indexOf(point));
  return earlier.findLast((each) => request.headerSets[each] !== undefined) ?? "fetch";
}

/** @returns the items of a comma-separated value */
export function listItems({ shown }: HeaderValue): string[] {
  return shown.split(",").map((item) => item.trim());
}
