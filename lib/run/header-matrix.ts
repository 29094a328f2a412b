// Which headers has each request of a run, and where do they differ?
import { type ObservationPoint, observationPoints } from "@/lib/protocol/observation-point";
import { askedLines } from "./asked-headers";
import type { HopCause, HopChange } from "./header-hop-cause";
import { type HopCell, type HopContext, type HopSets, hopCells, hopContexts, hopSets } from "./header-hops";
import { type HeaderLines, holdsValue, sameValues } from "./header-lookup";
import { type HeaderOrigin, headerOrigin, headerOrigins, userOrigins } from "./header-origin";
import { gatewayTokenHeader } from "./header-vocabulary";
import { type RequestKind, requestKindsOf } from "./request-kind";
import type { ProviderRequest, Run } from "./run";

/**
 * Against the request before, at the same point. `missing` is a header an earlier request carried, or one that was asked
 * for; `removed` one that a hop took out as it should; `absent` one that was never there; `unobserved` says the request was
 * not seen at this point.
 */
export type HeaderCellState = "same" | "changed" | "added" | "missing" | "removed" | "absent" | "unobserved";

export type HeaderCell = {
  readonly requestId: string;
  readonly point: ObservationPoint;
  readonly state: HeaderCellState;
  readonly lines: HeaderLines | null;
  /** What happened since the observed point before, or since the user's code at the first one. */
  readonly hop: HopChange;
  readonly cause: HopCause | null;
  /** True where something the user wants on every request is not here, or not as asked. */
  readonly problem: boolean;
};

export type HeaderRow = {
  readonly key: string;
  readonly name: string;
  readonly origin: HeaderOrigin;
  readonly expected: boolean;
  /** One per request and point, a request's points side by side: `cells[request * points.length + point]`. */
  readonly cells: readonly HeaderCell[];
  /** Number of the first request (1, 2, ...) that lacks it though it should be there. */
  readonly firstMissing: number | null;
  readonly changes: number;
  readonly problems: number;
};

export type HeaderColumn = {
  readonly requestId: string;
  /** 1 for the first request of the run. */
  readonly number: number;
  readonly turnIndex: number;
  readonly attempt: number;
  readonly kind: RequestKind;
};

export type HeaderGroup = { readonly origin: HeaderOrigin; readonly rows: readonly HeaderRow[] };

export type HeaderMatrix = {
  readonly points: readonly ObservationPoint[];
  readonly columns: readonly HeaderColumn[];
  readonly groups: readonly HeaderGroup[];
};

type SeenRequest = {
  readonly request: ProviderRequest;
  readonly sets: HopSets;
  readonly context: HopContext;
};

/** @returns the header sets of every request at the given points, headers grouped by who set them */
export function headerMatrix(run: Run, points: readonly ObservationPoint[]): HeaderMatrix {
  const contextOf = hopContexts(run);
  const seen = run.turns
    .flatMap((turn) => turn.requests)
    .map((request) => {
      const context = contextOf(request.requestId);
      return { request, context, sets: hopSets(request, context) };
    });
  const wanted = wantedNames(run);
  const rows = rowKeys(seen, wanted, points).map((key) => headerRow(key, run, seen, wanted, points));
  const groups = headerOrigins
    .map((origin) => ({ origin, rows: rows.filter((row) => row.origin === origin) }))
    .filter((group) => group.rows.length > 0);
  return { points, columns: columnsOf(run), groups };
}

/** @returns the points at which at least one request of the run was seen */
export function observedPoints(run: Run): ObservationPoint[] {
  const requests = run.turns.flatMap((turn) => turn.requests);
  return observationPoints.filter((point) =>
    requests.some((request) => request.headerSets[point] !== undefined),
  );
}

/** Names in lower case that every request should carry, with the spelling they were asked for in. */
function wantedNames(run: Run): ReadonlyMap<string, string> {
  const { config } = run;
  const asked = [...askedLines(config)].map(([key, lines]) => [key, lines.names[0] ?? key] as const);
  // A run through the gateway cannot do without its token.
  const implied = config?.provider.gateway === true ? [gatewayTokenHeader] : [];
  const named = [...(config?.expectations ?? []), ...implied].map(
    (name) => [name.toLowerCase(), name] as const,
  );
  return new Map([...named, ...asked]);
}

function rowKeys(
  seen: readonly SeenRequest[],
  wanted: ReadonlyMap<string, string>,
  points: readonly ObservationPoint[],
): string[] {
  const last = Math.max(...points.map((point) => observationPoints.indexOf(point)));
  const upTo: readonly string[] = observationPoints.slice(0, last + 1);
  const keys = new Set<string>(wanted.keys());
  for (const { sets } of seen)
    for (const [point, set] of sets) if (upTo.includes(point)) for (const key of set.keys()) keys.add(key);
  return [...keys].toSorted();
}

function headerRow(
  key: string,
  run: Run,
  seen: readonly SeenRequest[],
  wanted: ReadonlyMap<string, string>,
  points: readonly ObservationPoint[],
): HeaderRow {
  const seenAt = (each: ObservationPoint) =>
    seen.some(({ sets }) => sets.some(([point, set]) => point === each && set.has(key)));
  const hasGateway =
    run.config?.provider.gateway === true || seen.some(({ request }) => request.headerSets.gateway);
  const origin = headerOrigin(key, run.config, observationPoints.find(seenAt) ?? null, hasGateway);
  const expected = run.config?.expectations.some((name) => name.toLowerCase() === key) ?? false;
  const cells = rowCells(key, seen, points, wanted.has(key) || userOrigins.has(origin));
  const firstMissing = cells.findIndex((cell) => cell.state === "missing");
  return {
    key,
    name: spelledName(cells) ?? wanted.get(key) ?? key,
    origin,
    expected,
    cells,
    firstMissing: firstMissing === -1 ? null : Math.floor(firstMissing / points.length) + 1,
    changes: cells.filter((cell) => ["changed", "added", "missing"].includes(cell.state) || cell.problem)
      .length,
    problems: cells.filter((cell) => cell.problem).length,
  };
}

/** As it was written, where one can see that: fetch mostly shows names in lower case. */
function spelledName(cells: readonly HeaderCell[]): string | undefined {
  const seen = cells.filter((cell) => cell.lines !== null);
  return (seen.find(({ point }) => point !== "fetch") ?? seen[0])?.lines?.names[0];
}

function rowCells(
  key: string,
  seen: readonly SeenRequest[],
  points: readonly ObservationPoint[],
  isDue: boolean,
): HeaderCell[] {
  const before = new Map<ObservationPoint, HeaderLines | null>();
  const everSeen = new Set<ObservationPoint>();
  return seen.flatMap(({ request, sets, context }) => {
    const hops = hopCells(key, request, sets, context);
    return points.map((point): HeaderCell => {
      const { requestId } = request;
      const hop = hops.find((each) => each.point === point);
      if (hop === undefined) {
        return {
          requestId,
          point,
          state: "unobserved",
          lines: null,
          hop: "absent",
          cause: null,
          problem: false,
        };
      }
      const { lines, change, cause } = hop;
      const earlier = hops.slice(0, hops.indexOf(hop) + 1);
      const due = isDue || everSeen.has(point) || change === "missing";
      const state =
        lines === null && isRemoved(earlier) ? "removed" : cellState(before.get(point), lines, due);
      before.set(point, lines);
      if (lines !== null) everSeen.add(point);
      const problem = isDue && (state === "missing" || isReplaced(earlier));
      return { requestId, point, state, lines, hop: change, cause, problem };
    });
  });
}

/** @param before the same point of the request before: undefined where no request was seen there yet */
function cellState(
  before: HeaderLines | null | undefined,
  lines: HeaderLines | null,
  isDue: boolean,
): HeaderCellState {
  if (lines === null) return isDue ? "missing" : "absent";
  if (before === undefined) return "same";
  if (before === null) return "added";
  return sameValues(before, lines) ? "same" : "changed";
}

/** Taken out on purpose, here or at a point before, and not put back since. */
function isRemoved(hops: readonly HopCell[]): boolean {
  const last = hops.findLast((hop) => hop.change !== "absent");
  return last?.change === "missing" && last.cause?.intended === true;
}

/** There, but by a change nobody wanted not with the value that was asked for. */
function isReplaced(hops: readonly HopCell[]): boolean {
  const asked = hops[0]?.lines;
  const here = hops.at(-1)?.lines;
  if (!asked || !here || asked.values.every((value) => holdsValue(here, value))) return false;
  return hops.some(({ change, cause }) => change === "changed" && cause?.intended === false);
}

function columnsOf(run: Run): HeaderColumn[] {
  const kinds = requestKindsOf(run);
  const requests = run.turns.flatMap((turn) => turn.requests.map((request) => ({ request, turn })));
  return requests.map(({ request: { requestId, attempt }, turn }, index) => ({
    requestId,
    number: index + 1,
    turnIndex: turn.index,
    attempt,
    kind: kinds.get(requestId) ?? "follow-up",
  }));
}
