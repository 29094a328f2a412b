// Which turn does a request or a tool call belong to?
import type { RunEventBody } from "@/lib/protocol/run-event";

export type Turns = {
  /**
   * Opens what a request needs: the next turn, or another attempt of the same one.
   *
   * @param request `addsNothing` where it repeats the history of the one before it, `countsTokens` where it asks for no
   * message: it belongs to the turn it is about, and the request for the message is still that turn's first attempt
   */
  readonly forRequest: (request: RequestTraits) => { turnId: string; attempt: number };
  /** Said of every request: a turn whose answer failed is tried again in the same turn. */
  readonly requestFailed: () => void;
  /**
   * Opens the batch of the current turn where it is not open yet.
   *
   * @param wantedId the provider's id of the call; where it gave one id to two calls, each keeps its own in the log
   */
  readonly forToolCall: (wantedId: string) => { batchId: string; toolCallId: string };
};

export type RequestTraits = { readonly addsNothing: boolean; readonly countsTokens: boolean };

type OpenTurn = {
  turnId: string;
  index: number;
  attempts: { message: number; count: number };
  failed: boolean;
  batchId: string | null;
};

/**
 * Turn boundaries are read off the traffic, so that they are the same for every engine: a request after a failed
 * attempt, or one that adds nothing to the history, is another attempt of its turn; any other opens the next turn.
 */
export function createTurns(emit: (event: RunEventBody) => void): Turns {
  let turn: OpenTurn | null = null;
  let count = 0;
  const usedIds = new Set<string>();

  const closeTurn = ({ turnId, index, batchId }: OpenTurn) => {
    if (batchId !== null) emit({ type: "batch-end", batchId, turnId });
    emit({ type: "turn-end", turnId, index });
  };

  const openTurn = (): OpenTurn => {
    if (turn !== null) closeTurn(turn);
    turn = {
      turnId: `t${count + 1}`,
      index: count,
      attempts: { message: 0, count: 0 },
      failed: false,
      batchId: null,
    };
    emit({ type: "turn-start", turnId: turn.turnId, index: turn.index });
    count += 1;
    return turn;
  };

  return {
    forRequest: ({ addsNothing, countsTokens }) => {
      const again = turn !== null && turn.batchId === null && (turn.failed || addsNothing);
      const current = again && turn !== null ? turn : openTurn();
      const kind = countsTokens ? "count" : "message";
      current.attempts[kind] += 1;
      current.failed = false;
      return { turnId: current.turnId, attempt: current.attempts[kind] };
    },
    requestFailed: () => {
      if (turn !== null) turn.failed = true;
    },
    forToolCall: (wantedId) => {
      const current = turn ?? openTurn();
      if (current.batchId === null) {
        current.batchId = `b${current.index + 1}`;
        emit({ type: "batch-start", batchId: current.batchId, turnId: current.turnId });
      }
      return { batchId: current.batchId, toolCallId: unusedId(wantedId, usedIds) };
    },
  };
}

function unusedId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let copy = 2; used.has(id); copy += 1) id = `${wanted}#${copy}`;
  used.add(id);
  return id;
}
