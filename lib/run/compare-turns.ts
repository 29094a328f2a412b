// Which turns and requests of several runs stand side by side?
import type { ProviderRequest, Run, Turn } from "./run";

/** A column without a run (not here, not loaded) is null. */
export type ComparedRuns = readonly (Run | null)[];

/** The same attempt of the same turn in every run; null where a run made none. */
export type AlignedRequest = {
  /** 1 for the first request of the turn. */
  readonly place: number;
  readonly requests: readonly (ProviderRequest | null)[];
};

export type AlignedTurn = {
  readonly index: number;
  readonly turns: readonly (Turn | null)[];
  readonly requests: readonly AlignedRequest[];
};

/** @returns turn beside turn in the order of the runs, as many as the longest run has */
export function alignTurns(runs: ComparedRuns): AlignedTurn[] {
  return upTo(Math.max(0, ...runs.map((run) => run?.turns.length ?? 0))).map((index) => {
    const turns = runs.map((run) => run?.turns[index] ?? null);
    const places = upTo(Math.max(0, ...turns.map((turn) => turn?.requests.length ?? 0)));
    const requests = places.map((place) => ({
      place: place + 1,
      requests: turns.map((turn) => turn?.requests[place] ?? null),
    }));
    return { index, turns, requests };
  });
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
