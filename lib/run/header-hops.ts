// What happened to each header of one request between the points it was observed at?
import type { RunConfig } from "@/lib/protocol/run-config";
import { askedLines } from "./asked-headers";
import { type HopCause, type HopChange, type HopPoint, hopCause } from "./header-hop-cause";
import { type HeaderLines, headerLines, pointsOf, sameValues } from "./header-lookup";
import { hidesSpelling } from "./hidden-spelling";
import { type RequestKind, requestKindsOf } from "./request-kind";
import type { ProviderRequest, Run } from "./run";

export type HopCell = {
  readonly point: HopPoint;
  readonly change: HopChange;
  readonly lines: HeaderLines | null;
  /** Null where nothing changed. */
  readonly cause: HopCause | null;
};

export type HopRow = { readonly key: string; readonly name: string; readonly cells: readonly HopCell[] };

/** What one has to know of a run to say why a header of one of its requests changed. */
export type HopContext = {
  readonly config: RunConfig | null;
  readonly kind: RequestKind;
  /** What stands in code and environment, by name in lower case. */
  readonly asked: ReadonlyMap<string, HeaderLines>;
};

/** The header sets of one request by their points, what was asked for in front. */
export type HopSets = readonly (readonly [HopPoint, ReadonlyMap<string, HeaderLines>])[];

/**
 * @returns one row per header asked for or seen at any point, one cell per point. Rows stand in the order of the furthest
 *   point; a header that was lost before it stands behind the one it followed.
 */
export function headerHops(request: ProviderRequest, context: HopContext): HopRow[] {
  const sets = hopSets(request, context);
  return rowOrder(sets).map((key) => {
    const cells = hopCells(key, request, sets, context);
    const name = cells.findLast((cell) => cell.lines !== null)?.lines?.names[0] ?? key;
    return { key, name, cells };
  });
}

/** @returns the context of each request of a run, by its id */
export function hopContexts(run: Run): (requestId: string) => HopContext {
  const { config } = run;
  const kinds = requestKindsOf(run);
  const asked = askedLines(config);
  return (requestId) => ({ config, asked, kind: kinds.get(requestId) ?? "follow-up" });
}

export function hopSets(request: ProviderRequest, { asked }: HopContext): HopSets {
  return [
    ["asked", asked],
    ...pointsOf(request).map((point) => [point, headerLines(request.headerSets[point] ?? [])] as const),
  ];
}

/** @returns the way of one header through the points of a request */
export function hopCells(
  key: string,
  request: ProviderRequest,
  sets: HopSets,
  context: HopContext,
): HopCell[] {
  const { config, kind } = context;
  return sets.map(([point, set], index) => {
    const lines = set.get(key) ?? null;
    const previous = sets[index - 1];
    if (previous === undefined || point === "asked") {
      return { point, lines, change: lines === null ? "absent" : "same", cause: null };
    }
    const before = previous[1].get(key) ?? null;
    const found = hopChange(before, lines);
    const change =
      found === "same" || found === "renamed" ? spellingChange(key, request, sets, index) : found;
    const hop = { key, from: previous[0], to: point, change, before, after: lines, request, kind, config };
    return { point, lines, change, cause: hopCause(hop) };
  });
}

/** @returns what became of a header from one point to the next; null stands for a header that is not there */
export function hopChange(before: HeaderLines | null, after: HeaderLines | null): HopChange {
  if (before === null) return after === null ? "absent" : "added";
  if (after === null) return "missing";
  if (!sameValues(before, after)) return "changed";
  return before.names.every((name, index) => name === after.names[index]) ? "same" : "renamed";
}

/** A point that hides case says nothing of it, neither against the point before nor to the point after. */
function spellingChange(
  key: string,
  { headerSets }: ProviderRequest,
  sets: HopSets,
  index: number,
): "same" | "renamed" {
  const hides = hidesSpelling(headerSets.fetch ?? []);
  const [shown, here] = sets
    .slice(0, index + 1)
    .filter(([point]) => point !== "fetch" || !hides)
    .slice(-2);
  if (shown === undefined || here?.[0] !== sets[index]?.[0]) return "same";
  return hopChange(shown[1].get(key) ?? null, here?.[1].get(key) ?? null) === "renamed" ? "renamed" : "same";
}

function rowOrder(sets: HopSets): string[] {
  const [furthest, ...earlier] = sets.map(([, set]) => [...set.keys()]).toReversed();
  const order = furthest ?? [];
  for (const keys of earlier) {
    for (const [index, key] of keys.entries()) {
      if (order.includes(key)) continue;
      const predecessor = keys[index - 1];
      order.splice(predecessor === undefined ? 0 : order.indexOf(predecessor) + 1, 0, key);
    }
  }
  return order;
}
