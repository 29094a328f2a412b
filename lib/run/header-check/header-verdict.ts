// What became of one header that has to be on every request of a run?
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { type AskedSource, allAskedHeaders } from "../asked-headers";
import type { PlacedRequest } from "../findings/placed-requests";
import type { HopPoint } from "../header-hop-cause";
import { furthestPoint, type HeaderLines, linesOf } from "../header-lookup";
import { type HeaderLoss, headerLoss } from "../header-loss";
import { isCredentialHeader } from "../header-vocabulary";
import { knownLossCause } from "../hop-causes/known-loss-cause";
import type { RequestKind } from "../request-kind";
import type { Run } from "../run";
import type { WantedHeader } from "./check-cell";

export type HeaderFate = "arrived" | "renamed" | "replaced" | "lost";

/** One request that does not have the header as it should. */
export type HeaderBreak = {
  readonly requestId: string;
  readonly number: number;
  readonly kind: RequestKind;
  readonly fate: "missing" | "replaced";
  readonly from: HopPoint;
  /** The first point it was not seen at as asked. */
  readonly point: ObservationPoint;
  /** What stands there instead. */
  readonly found: HeaderLines | null;
  readonly cause: { readonly by: string; readonly why: string; readonly fix: string | null } | null;
};

export type HeaderVerdict = {
  readonly name: string;
  readonly source: AskedSource | null;
  readonly fate: HeaderFate;
  /** The header that carries the key instead, where it is `renamed`. */
  readonly carriedBy: string | null;
  /** In the order of the requests; empty where it arrived. */
  readonly breaks: readonly HeaderBreak[];
  /** A hop that keeps or swaps it as it should, in a sentence; empty where none does. */
  readonly note: string;
};

/** @param requests all of the run, in their order */
export function headerVerdict(
  wanted: WantedHeader,
  run: Run,
  requests: readonly PlacedRequest[],
): HeaderVerdict {
  const { name, source } = wanted;
  const carriedBy = otherCarrier(wanted, requests);
  if (carriedBy !== null) {
    const moved = headerVerdict({ name: carriedBy, source: null }, run, requests);
    return { ...moved, name, carriedBy, fate: moved.fate === "arrived" ? "renamed" : moved.fate };
  }
  const asked = allAskedHeaders(run.config).filter(
    (each) => each.source === source && each.name.toLowerCase() === name.toLowerCase(),
  );
  // A value that stands in code has to arrive; of a header nobody set, any value of the client's will do.
  const values = asked.length > 0 ? asked.map(({ value }) => value) : [null];
  const losses = requests.flatMap((placed) => {
    const sent = source === null && isCredentialHeader(name.toLowerCase()) ? sentValue(placed, name) : null;
    const lost = values
      .map((value) => headerLoss(placed.request, { name, value: value ?? sent }, placed.context))
      .find((loss) => loss !== null);
    if (lost === undefined || (source === null && sent === null && hasArrived(placed, name))) return [];
    return [{ ...placed, loss: lost }];
  });
  const breaks = losses.filter(({ loss }) => !isIntended(loss)).map((each) => breakOf(wanted, each));
  const kept = losses.find(({ loss }) => isIntended(loss))?.loss.cause;
  return {
    name,
    source,
    fate: fateOf(breaks),
    carriedBy: null,
    breaks,
    note: kept == null ? "" : `${kept.by}: ${kept.why}`,
  };
}

/** The credential header the key is in on every request, where nobody set the wanted one and none has it. */
function otherCarrier(
  { name, source }: WantedHeader,
  requests: readonly PlacedRequest[],
): "authorization" | "x-api-key" | null {
  const key = name.toLowerCase();
  if (source !== null || !isCredentialHeader(key) || requests.length === 0) return null;
  if (requests.some((placed) => sentValue(placed, key) !== null)) return null;
  const other = key === "x-api-key" ? "authorization" : "x-api-key";
  return requests.every((placed) => sentValue(placed, other) !== null) ? other : null;
}

function sentValue({ request }: PlacedRequest, name: string) {
  return linesOf(request.headerSets.fetch, name)?.values[0] ?? null;
}

/** On its way, that is: what does not leave as asked is lost, whatever the SDK meant by it. */
function isIntended({ point, cause }: HeaderLoss): boolean {
  return point !== "fetch" && cause?.intended === true;
}

function hasArrived({ request }: PlacedRequest, name: string): boolean {
  const furthest = furthestPoint(request);
  return furthest !== null && linesOf(request.headerSets[furthest], name) !== null;
}

function breakOf(
  { name, source }: WantedHeader,
  { request, number, context, loss }: PlacedRequest & { readonly loss: HeaderLoss },
): HeaderBreak {
  const known = source === null ? null : knownLossCause({ name, source }, loss, request, context);
  const by = known?.by ?? loss.cause?.by ?? "The SDK";
  const cause = known === null ? loss.cause : { by, why: known.why, fix: known.fix };
  return {
    requestId: request.requestId,
    number,
    kind: context.kind,
    fate: loss.fate,
    from: loss.from,
    point: loss.point,
    found: loss.found,
    cause: cause === null ? null : { by: cause.by, why: cause.why, fix: cause.fix },
  };
}

function fateOf(breaks: readonly HeaderBreak[]): HeaderFate {
  if (breaks.length === 0) return "arrived";
  return breaks.some(({ fate }) => fate === "missing") ? "lost" : "replaced";
}
