// Where in the run does each request stand, and what is it for?
import { type HopContext, hopContexts } from "../header-hops";
import type { ProviderRequest, Run, Turn } from "../run";
import { numberedRequests } from "./place-text";

export type PlacedRequest = {
  readonly request: ProviderRequest;
  /** 1 for the first request of the run. */
  readonly number: number;
  readonly turn: Turn;
  readonly context: HopContext;
};

/** @returns every request with its number, its turn and what its header causes depend on */
export function placedRequests(run: Run): PlacedRequest[] {
  const contextOf = hopContexts(run);
  return numberedRequests(run).map((each) => ({ ...each, context: contextOf(each.request.requestId) }));
}
