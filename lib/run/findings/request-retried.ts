// Which turns needed more than one request, and why?
import type { Finding } from "@/lib/protocol/run-summary";
import { durationText } from "../quantity-text";
import { problemOf, requestState } from "../request-line";
import type { ProviderRequest, Run } from "../run";

/** One finding per turn with a repeated request. */
export function requestRetried(run: Run): Finding[] {
  return run.turns.flatMap((turn) => {
    const first = turn.requests[0];
    const last = turn.requests.at(-1);
    if (first === undefined || last === undefined || turn.requests.length < 2) return [];
    const causes = [...new Set(turn.requests.slice(0, -1).map(causeOf))].join("; ");
    const outcome = requestState(last) === "failed" ? "The last one failed too" : "The last one was answered";
    return [
      {
        code: "request-retried",
        severity: "info",
        message: `Turn ${turn.index + 1} took ${turn.requests.length} requests: ${causes}. ${outcome} after ${durationText(last.startAt - first.startAt)} of attempts and waiting.`,
        fix: "Nothing to do where it is rare. If it is not, send fewer requests at a time or raise the rate limit.",
        turnId: turn.turnId,
        requestId: first.requestId,
      },
    ];
  });
}

function causeOf(request: ProviderRequest): string {
  const status = request.response === null ? "no response" : String(request.response.status);
  const problem = problemOf(request);
  return problem === null ? `${status}, tried again by the loop` : `${status} (${problem})`;
}
