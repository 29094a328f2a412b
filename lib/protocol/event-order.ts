// Is a sequence of events a log the protocol allows?
import type { RunEvent } from "./run-event";

type Open = {
  turn: string | null;
  batch: string | null;
  requests: Map<string, { answered: boolean }>;
  calls: Set<string>;
  /** The call each open pause holds up, undefined where it holds up none. */
  pauses: Map<string, string | undefined>;
};

/**
 * Checks events one by one against the grammar of the log: numbering, time, openings and closings.
 *
 * @returns a function that takes the next event and gives the rule it breaks, or null
 */
export function createEventOrder(): (event: RunEvent) => string | null {
  const open: Open = { turn: null, batch: null, requests: new Map(), calls: new Set(), pauses: new Map() };
  const seen = new Set<string>();
  let nextSeq = 0;
  let lastAt = 0;
  let ended = false;

  return (event) => {
    if (ended) return `"${event.type}" after "run-end": nothing may follow it`;
    if (event.seq !== nextSeq) return `seq ${event.seq} where ${nextSeq} was due`;
    if (event.at < lastAt) return `at ${event.at} is earlier than the event before it (${lastAt})`;
    if ((event.seq === 0) !== (event.type === "run-start"))
      return "the first event, and no other, is run-start";
    nextSeq += 1;
    lastAt = event.at;
    ended = event.type === "run-end";
    return checkPlace(event, open, seen);
  };
}

/**
 * @param events a whole log, or its beginning
 * @returns every broken rule, with the seq of the event that broke it; empty for a good log
 */
export function checkEventOrder(events: Iterable<RunEvent>): string[] {
  const check = createEventOrder();
  const problems: string[] = [];
  let last: RunEvent | null = null;
  for (const event of events) {
    const problem = check(event);
    if (problem !== null) problems.push(`#${event.seq} ${event.type}: ${problem}`);
    last = event;
  }
  if (last?.type !== "run-end") problems.push("the log has no run-end");
  return problems;
}

function once(seen: Set<string>, id: string): string | null {
  if (seen.has(id)) return `"${id}" was opened before`;
  seen.add(id);
  return null;
}

function checkPlace(event: RunEvent, open: Open, seen: Set<string>): string | null {
  switch (event.type) {
    case "run-start":
      return null;
    case "turn-start": {
      if (open.turn !== null) return `turn "${open.turn}" is still open`;
      open.turn = event.turnId;
      return once(seen, event.turnId);
    }
    case "turn-end": {
      if (open.turn !== event.turnId) return `turn "${event.turnId}" is not open`;
      if (open.batch !== null) return `batch "${open.batch}" is still open`;
      if (open.requests.size > 0) return `request "${[...open.requests.keys()][0]}" is still open`;
      open.turn = null;
      return null;
    }
    case "request-start": {
      if (open.turn !== event.turnId) return `turn "${event.turnId}" is not open`;
      open.requests.set(event.requestId, { answered: false });
      return once(seen, event.requestId);
    }
    case "request-observed":
      return seen.has(event.requestId) ? null : `request "${event.requestId}" was never started`;
    case "request-error":
      return closeRequest(event.requestId, false, open);
    case "response-start": {
      const request = open.requests.get(event.requestId);
      if (request === undefined) return `request "${event.requestId}" is not open`;
      if (request.answered) return `request "${event.requestId}" has two responses`;
      request.answered = true;
      return null;
    }
    case "response-chunk":
      return open.requests.get(event.requestId)?.answered ? null : "a chunk of a response that is not open";
    case "response-end":
      return closeRequest(event.requestId, true, open);
    case "batch-start": {
      if (open.turn !== event.turnId) return `turn "${event.turnId}" is not open`;
      if (open.batch !== null) return `batch "${open.batch}" is still open`;
      open.batch = event.batchId;
      return once(seen, event.batchId);
    }
    case "batch-end": {
      if (open.batch !== event.batchId) return `batch "${event.batchId}" is not open`;
      if (open.calls.size > 0) return `tool call "${[...open.calls][0]}" is still open`;
      open.batch = null;
      return null;
    }
    case "tool-call-start": {
      if (open.batch !== event.batchId) return `batch "${event.batchId}" is not open`;
      open.calls.add(event.toolCallId);
      return once(seen, event.toolCallId);
    }
    case "tool-call-log":
      return open.calls.has(event.toolCallId) ? null : `tool call "${event.toolCallId}" is not open`;
    case "tool-call-end":
      if ([...open.pauses.values()].includes(event.toolCallId))
        return `tool call "${event.toolCallId}" still waits for a decision`;
      return open.calls.delete(event.toolCallId) ? null : `tool call "${event.toolCallId}" is not open`;
    case "pause":
      if (event.toolCallId !== undefined && !open.calls.has(event.toolCallId))
        return `tool call "${event.toolCallId}" is not open`;
      open.pauses.set(event.pauseId, event.toolCallId);
      return once(seen, event.pauseId);
    case "resume":
      return open.pauses.delete(event.pauseId) ? null : `pause "${event.pauseId}" is not open`;
    case "run-end":
      if (open.pauses.size > 0) return `pause "${[...open.pauses.keys()][0]}" is still open`;
      return open.turn === null ? null : `turn "${open.turn}" is still open`;
    default:
      return event satisfies never;
  }
}

function closeRequest(requestId: string, answered: boolean, open: Open): string | null {
  const request = open.requests.get(requestId);
  if (request === undefined) return `request "${requestId}" is not open`;
  open.requests.delete(requestId);
  if (request.answered === answered) return null;
  return answered
    ? `request "${requestId}" ends a response that never began`
    : `request "${requestId}" has a response`;
}
