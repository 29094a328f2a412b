// Which selectors does a screen call with every frame of a streaming run, and what do they really read?
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { findingsOf } from "./findings";
import { headerMatrix } from "./header-matrix";
import { memoByParts } from "./memo-by-parts";
import type { Run, Turn } from "./run";

/** `findingsOf`, run again only where more has happened than text arriving. */
export const liveFindings = memoByParts(findingParts, findingsOf);

/** `headerMatrix`, run again only where a header set or a status has arrived or the points were switched. */
export const liveHeaderMatrix = memoByParts(
  (run: Run, points: readonly ObservationPoint[]) => [points.join(), run.config, ...headerSetParts(run)],
  headerMatrix,
);

function findingParts(run: Run): readonly unknown[] {
  const newest = run.turns.at(-1);
  return [
    run.config,
    run.end,
    ...run.turns.slice(0, -1),
    ...(newest === undefined ? [] : settledParts(newest)),
  ];
}

/** All of a turn but the message that is arriving in it: it counts once its response has ended. */
function settledParts(turn: Turn): readonly unknown[] {
  const requests = turn.requests.flatMap(({ requestId, headerSets, error, response }) => [
    requestId,
    headerSets,
    error,
    response?.endAt,
    response?.providerError,
  ]);
  return [turn.turnId, turn.endAt, turn.batch, ...requests];
}

function headerSetParts(run: Run): readonly unknown[] {
  return run.turns.flatMap((turn) =>
    turn.requests.flatMap((request) => [request.headerSets, request.response?.status]),
  );
}
