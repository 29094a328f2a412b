// Which headers has each request of a run, and where do they differ?
import { type ObservationPoint, observationPoints } from "@/lib/protocol/observation-point";
import { type HopChange, hopChange } from "./header-hops";
import { type HeaderLines, headerLines, sameValues } from "./header-lookup";
import { type HeaderOrigin, headerOrigin, headerOrigins, userOrigins } from "./header-origin";
import type { ProviderRequest, Run } from "./run";

/**
 * Against the request before. `missing` is a header an earlier request carried, or one that was asked for; `absent` one
 * that was never there; `unobserved` says the request was not seen at this point.
 */
export type HeaderCellState = "same" | "changed" | "added" | "missing" | "absent" | "unobserved";

export type HeaderCell = {
  readonly requestId: string;
  readonly state: HeaderCellState;
  readonly lines: HeaderLines | null;
  /** What happened since the observed point before: `added` at `wire` is the HTTP client's, `missing` was taken away. */
  readonly hop: HopChange;
};

export type HeaderRow = {
  readonly key: string;
  readonly name: string;
  readonly origin: HeaderOrigin;
  readonly expected: boolean;
  readonly cells: readonly HeaderCell[];
  /** Number of the first request (1, 2, ...) that lacks it though it should be there. */
  readonly firstMissing: number | null;
  readonly changes: number;
};

export type HeaderColumn = {
  readonly requestId: string;
  /** 1 for the first request of the run. */
  readonly number: number;
  readonly turnIndex: number;
  readonly attempt: number;
  readonly observed: boolean;
};

export type HeaderGroup = { readonly origin: HeaderOrigin; readonly rows: readonly HeaderRow[] };

export type HeaderMatrix = {
  readonly point: ObservationPoint;
  readonly columns: readonly HeaderColumn[];
  readonly groups: readonly HeaderGroup[];
};

type SeenRequest = {
  readonly request: ProviderRequest;
  readonly sets: Partial<Record<ObservationPoint, ReadonlyMap<string, HeaderLines>>>;
};

/** @returns the header sets of every request at one point, headers grouped by who set them */
export function headerMatrix(run: Run, point: ObservationPoint): HeaderMatrix {
  const seen = run.turns.flatMap((turn) => turn.requests).map(seenRequest);
  const asked = askedFor(run);
  const rows = rowKeys(seen, asked, point).map((key) => headerRow(key, run, seen, asked, point));
  const groups = headerOrigins
    .map((origin) => ({ origin, rows: rows.filter((row) => row.origin === origin) }))
    .filter((group) => group.rows.length > 0);
  return { point, columns: columnsOf(run, point), groups };
}

/** @returns the points at which at least one request of the run was seen */
export function observedPoints(run: Run): ObservationPoint[] {
  const requests = run.turns.flatMap((turn) => turn.requests);
  return observationPoints.filter((point) =>
    requests.some((request) => request.headerSets[point] !== undefined),
  );
}

function seenRequest(request: ProviderRequest): SeenRequest {
  const sets: Partial<Record<ObservationPoint, ReadonlyMap<string, HeaderLines>>> = {};
  for (const point of observationPoints) {
    const headers = request.headerSets[point];
    if (headers !== undefined) sets[point] = headerLines(headers);
  }
  return { request, sets };
}

/** Names in lower case that every request should carry, with the spelling they were asked for in. */
function askedFor(run: Run): ReadonlyMap<string, string> {
  const { headers, expectations } = run.config ?? { headers: null, expectations: [] };
  const entries = headers === null ? [] : [...headers.default, ...headers.perRequest, ...headers.environment];
  const names = [...entries.map((entry) => entry.name), ...expectations];
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

function rowKeys(
  seen: readonly SeenRequest[],
  asked: ReadonlyMap<string, string>,
  point: ObservationPoint,
): string[] {
  const upTo = observationPoints.slice(0, observationPoints.indexOf(point) + 1);
  const keys = new Set<string>(asked.keys());
  for (const { sets } of seen)
    for (const each of upTo) for (const key of sets[each]?.keys() ?? []) keys.add(key);
  return [...keys].toSorted();
}

function headerRow(
  key: string,
  run: Run,
  seen: readonly SeenRequest[],
  asked: ReadonlyMap<string, string>,
  point: ObservationPoint,
): HeaderRow {
  const firstSeenAt = observationPoints.find((each) => seen.some(({ sets }) => sets[each]?.has(key))) ?? null;
  const origin = headerOrigin(key, run.config, firstSeenAt);
  const expected = run.config?.expectations.some((name) => name.toLowerCase() === key) ?? false;
  const cells = rowCells(key, seen, point, expected || userOrigins.has(origin));
  const firstMissing = cells.findIndex((cell) => cell.state === "missing");
  const name = cells.find((cell) => cell.lines !== null)?.lines?.names[0] ?? asked.get(key) ?? key;
  return {
    key,
    name,
    origin,
    expected,
    cells,
    firstMissing: firstMissing === -1 ? null : firstMissing + 1,
    changes: cells.filter((cell) => ["changed", "added", "missing"].includes(cell.state)).length,
  };
}

function rowCells(
  key: string,
  seen: readonly SeenRequest[],
  point: ObservationPoint,
  isDue: boolean,
): HeaderCell[] {
  let before: HeaderLines | null = null;
  let everSeen = isDue;
  let isFirst = true;
  return seen.map(({ request, sets }) => {
    const here = sets[point];
    if (here === undefined) {
      return { requestId: request.requestId, state: "unobserved", lines: null, hop: "absent" };
    }
    const lines = here.get(key) ?? null;
    const hop = hopAt(sets, key, point);
    const state = cellState(before, lines, everSeen || hop === "missing", isFirst);
    if (lines !== null) everSeen = true;
    before = lines;
    isFirst = false;
    return { requestId: request.requestId, state, lines, hop };
  });
}

function cellState(
  before: HeaderLines | null,
  lines: HeaderLines | null,
  isDue: boolean,
  isFirst: boolean,
): HeaderCellState {
  if (lines === null) return isDue ? "missing" : "absent";
  if (isFirst) return "same";
  if (before === null) return "added";
  return sameValues(before, lines) ? "same" : "changed";
}

function hopAt(sets: SeenRequest["sets"], key: string, point: ObservationPoint): HopChange {
  const earlier = observationPoints
    .slice(0, observationPoints.indexOf(point))
    .findLast((each) => sets[each] !== undefined);
  const lines = sets[point]?.get(key) ?? null;
  if (earlier === undefined) return lines === null ? "absent" : "same";
  return hopChange(sets[earlier]?.get(key) ?? null, lines);
}

function columnsOf(run: Run, point: ObservationPoint): HeaderColumn[] {
  const requests = run.turns.flatMap((turn) => turn.requests.map((request) => ({ request, turn })));
  return requests.map(({ request, turn }, index) => ({
    requestId: request.requestId,
    number: index + 1,
    turnIndex: turn.index,
    attempt: request.attempt,
    observed: request.headerSets[point] !== undefined,
  }));
}
