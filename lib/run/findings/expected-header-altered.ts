// Has a header that must be on every request one and the same value, and is it the client that sends it?
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { Finding } from "@/lib/protocol/run-summary";
import type { HopCause, HopPoint } from "../header-hop-cause";
import { hopCells, hopSets } from "../header-hops";
import { linesOf, sameValues } from "../header-lookup";
import type { Run } from "../run";
import { requestsText } from "./place-text";
import { type PlacedRequest, placedRequests } from "./placed-requests";

type Altered = PlacedRequest & {
  readonly point: ObservationPoint;
  readonly from: HopPoint;
  readonly cause: HopCause | null;
};

/** At most three findings per expectation: changed from request to request, changed on the way, added on the way. */
export function expectedHeaderAltered(run: Run): Finding[] {
  const requests = placedRequests(run);
  return (run.config?.expectations ?? []).flatMap((header) => [
    ...changedBetweenRequests(header, requests),
    ...onTheWay(header, requests, "changed"),
    ...onTheWay(header, requests, "added"),
  ]);
}

function changedBetweenRequests(header: string, requests: readonly PlacedRequest[]): Finding[] {
  const sent = requests.flatMap((placed) => {
    const lines = linesOf(placed.request.headerSets.fetch, header);
    return lines === null ? [] : [{ ...placed, lines }];
  });
  const first = sent[0];
  const others = sent.filter(({ lines }) => first !== undefined && !sameValues(first.lines, lines));
  const [other] = others;
  if (first === undefined || other === undefined) return [];
  const where = requestsText(others.map(({ number }) => number));
  return [
    finding("expected-header-changed", header, other, "fetch", {
      severity: "warning",
      message: `${header} is expected on every request, and on ${where} it leaves with another value than on request ${first.number}.`,
      fix: "Set it in one place, on the client, unless it is meant to differ.",
    }),
  ];
}

function onTheWay(
  header: string,
  requests: readonly PlacedRequest[],
  change: "changed" | "added",
): Finding[] {
  const altered = requests.flatMap((placed) => alterationOf(header, placed, change));
  const [first] = altered;
  if (first === undefined) return [];
  const where = requestsText(altered.map(({ number }) => number));
  const by = first.cause === null ? "" : ` ${first.cause.by}: ${first.cause.why}`;
  if (change === "added") {
    return [
      finding("expected-header-added", header, first, first.point, {
        severity: "info",
        message: `${header} is expected on every request, and on ${where} it is there only from ${first.point} on: the client did not send it.${by}`,
        fix: `Add ${header} to the default headers, if it has to be there without that hop too.`,
      }),
    ];
  }
  return [
    finding("expected-header-changed", header, first, first.point, {
      severity: "warning",
      message: `${header} is expected on every request, and on ${where} its value changes between ${first.from} and ${first.point}.${by}`,
      fix: first.cause?.fix ?? "Let this header pass as it is in the settings of the gateway or proxy.",
    }),
  ];
}

function alterationOf(header: string, placed: PlacedRequest, change: "changed" | "added"): Altered[] {
  const { request, context } = placed;
  const cells = hopCells(header.toLowerCase(), request, hopSets(request, context), context);
  return cells
    .flatMap((cell, index) => {
      const { point, cause } = cell;
      const previous = cells[index - 1];
      if (point === "asked" || point === "fetch" || previous === undefined || cell.change !== change)
        return [];
      // A swap that has to be is none to speak of.
      if (change === "changed" && cause?.intended === true) return [];
      return [{ ...placed, point, from: previous.point, cause }];
    })
    .slice(0, 1);
}

function finding(
  code: string,
  header: string,
  { turn, request }: PlacedRequest,
  point: ObservationPoint,
  words: Pick<Finding, "severity" | "message" | "fix">,
): Finding {
  return { code, ...words, turnId: turn.turnId, requestId: request.requestId, point, header };
}
