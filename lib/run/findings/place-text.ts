// How does a finding name the request or turn it is about?
import type { ProviderRequest, Run, Turn } from "../run";

/** @returns every request of the run with its number, 1 for the first */
export function numberedRequests(run: Run): { request: ProviderRequest; number: number; turn: Turn }[] {
  const requests = run.turns.flatMap((turn) => turn.requests.map((request) => ({ request, turn })));
  return requests.map((each, index) => ({ ...each, number: index + 1 }));
}

/** @returns `"request 2"`, `"requests 2 and 3"`, `"requests 2, 3 and 4"`, `"requests 2 to 9"` for a long row */
export function requestsText(numbers: readonly number[]): string {
  const [first, ...rest] = numbers;
  if (first === undefined) return "no request";
  const last = rest.at(-1);
  if (last === undefined) return `request ${first}`;
  if (numbers.length > 3 && last - first === numbers.length - 1) return `requests ${first} to ${last}`;
  if (numbers.length > 6) return `${numbers.length} requests from request ${first} on`;
  return `requests ${numbers.slice(0, -1).join(", ")} and ${last}`;
}
