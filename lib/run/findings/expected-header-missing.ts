// Is every header that must be on every request there, as far as each request could be observed?
import type { Finding } from "@/lib/protocol/run-summary";
import { effectiveHeaders } from "../asked-headers";
import { furthestPoint, linesOf } from "../header-lookup";
import { headerLoss } from "../header-loss";
import type { Run } from "../run";
import { requestsText } from "./place-text";
import { placedRequests } from "./placed-requests";

/** One finding per expectation, at the first request that breaks it. */
export function expectedHeaderMissing(run: Run): Finding[] {
  const requests = placedRequests(run);
  return (run.config?.expectations ?? []).flatMap((header) => {
    const without = requests.flatMap((placed) => {
      const { request, context } = placed;
      const furthest = furthestPoint(request);
      const arrived = furthest !== null && linesOf(request.headerSets[furthest], header) !== null;
      const loss = arrived ? null : headerLoss(request, { name: header, value: null }, context);
      return loss === null || loss.cause?.intended === true ? [] : [{ ...placed, loss }];
    });
    const first = without[0];
    if (first === undefined) return [];
    const where = requestsText(without.map(({ number }) => number));
    const { point, cause } = first.loss;
    const why = cause === null ? "" : ` ${cause.by}: ${cause.why}`;
    return [
      {
        code: "expected-header-missing",
        severity: "error",
        message: `${header} is expected on every request and missing on ${where} (not there at ${point}).${why}`,
        fix:
          cause?.fix ??
          (wasSet(run, header)
            ? "Open the Headers tab to see at which point it is lost."
            : `Add ${header} to the default headers, so that every request carries it.`),
        turnId: first.turn.turnId,
        requestId: first.request.requestId,
        point,
        header,
      },
    ];
  });
}

function wasSet({ config }: Run, header: string): boolean {
  return effectiveHeaders(config).some(({ name }) => name.toLowerCase() === header.toLowerCase());
}
