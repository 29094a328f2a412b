// Is every header that must be on every request there, as far as each request could be observed?
import type { Finding } from "@/lib/protocol/run-summary";
import { furthestPoint, linesOf } from "../header-lookup";
import type { Run } from "../run";
import { numberedRequests, requestsText } from "./place-text";

/** One finding per expectation, at the first request that breaks it. */
export function expectedHeaderMissing(run: Run): Finding[] {
  const requests = numberedRequests(run);
  return (run.config?.expectations ?? []).flatMap((header) => {
    const without = requests.filter(({ request }) => {
      const point = furthestPoint(request);
      return point !== null && linesOf(request.headerSets[point], header) === null;
    });
    const first = without[0];
    if (first === undefined) return [];
    const where = requestsText(without.map(({ number }) => number));
    const point = furthestPoint(first.request);
    return [
      {
        code: "expected-header-missing",
        severity: "error",
        message: `${header} is expected on every request and missing on ${where} (seen at ${point}).`,
        fix: wasSet(run, header)
          ? "Open the Headers tab and switch the observation point to see where it is lost."
          : `Add ${header} to the default headers, so that every request carries it.`,
        turnId: first.turn.turnId,
        requestId: first.request.requestId,
        header,
      },
    ];
  });
}

function wasSet(run: Run, header: string): boolean {
  const headers = run.config?.headers;
  const entries =
    headers === undefined ? [] : [...headers.default, ...headers.perRequest, ...headers.environment];
  return entries.some((entry) => entry.name.toLowerCase() === header.toLowerCase());
}
