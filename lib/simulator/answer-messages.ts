// How is an accepted request to `POST /v1/messages` answered, in peace or with an ordered failure?

import { type ApiError, errorEnvelope, errorHeaders } from "./api/api-error";
import { commonHeaders, jsonType, streamHeaders } from "./api/response-headers";
import type { CacheDiagnosis } from "./cache/cache-diagnosis";
import type { PromptCache } from "./cache/prompt-cache";
import { composeMessage } from "./compose-message";
import type { ContainerShelf } from "./containers/container-shelf";
import { readRequest } from "./context/read-request";
import { recalled } from "./context/recall-summary";
import type { Fault } from "./faults/fault";
import { faultError } from "./faults/fault-error";
import { faultyFrames } from "./faults/faulty-frames";
import { findFault } from "./faults/find-fault";
import { canonicalJson } from "./json/canonical-json";
import { seedOf } from "./json/seed";
import type { BuiltMessage } from "./message/message";
import { conversationOf } from "./model/conversation";
import type { Reply } from "./model/reply";
import type { RequestFacts } from "./rulebook/request-facts";
import type { Pace } from "./script/script";
import type { Playable } from "./script-shelf";
import type { SimulatorRequest, SimulatorResponse } from "./simulator";
import { framesOf } from "./stream/delta-frames";
import { eagerTools } from "./stream/eager-tools";
import { messageStream } from "./stream/message-stream";
import { isInstant, pacedStream } from "./stream/paced-stream";
import { pause } from "./stream/pause";
import { streamBytes } from "./stream/stream-bytes";
import type { StreamPart } from "./stream/stream-part";
import type { ThreadTurn } from "./threads/thread-turn";

export type Exchange = {
  readonly request: SimulatorRequest;
  readonly requestId: string;
  readonly seed: string;
  /** The name in the path: what is remembered for one is not known under another. */
  readonly scope: string;
  readonly playable: Playable;
  readonly defaultPace: Pace;
  readonly threadTurn?: ThreadTurn;
  readonly promptCache: PromptCache;
  readonly containers: ContainerShelf;
  readonly diagnosis: CacheDiagnosis;
};

const longestHtml =
  "<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

export async function answerMessages(facts: RequestFacts, exchange: Exchange): Promise<SimulatorResponse> {
  const { request, playable, requestId } = exchange;
  const read = readRequest(facts.request, facts.model).request;
  const { turn } = conversationOf(recalled(read).messages);
  const fault = strikingFault(facts, exchange, turn);
  if (fault !== undefined && fault.kind !== "slow-headers") exchange.threadTurn?.settle(false);
  if (fault?.kind === "slow-headers") await pause(fault.delayMs ?? 10_000, request.signal);
  if (fault?.kind === "status") return refusal(faultError(fault, facts.request.model), exchange);
  if (fault?.kind === "wrong-content-type") {
    return {
      status: 200,
      headers: [...commonHeaders(requestId, request.headers), ["content-type", "text/html"]],
      body: longestHtml,
    };
  }

  const isBeta = facts.betas.length > 0 || /(?:^|&)beta=true(?:&|$)/.test(request.query);
  const { built, reply } = composeMessage(facts, turn, {
    ...exchange,
    script: playable.script,
    isBeta,
  });
  if (fault === undefined || fault.kind === "slow-headers") exchange.threadTurn?.store(built.message);
  const pace = paceOf(reply, playable.pace ?? exchange.defaultPace);
  if (pace.timeToFirstTokenMs > 0) await pause(pace.timeToFirstTokenMs, request.signal);
  if (facts.request.stream !== true) return whole(built, exchange, pace, fault);
  const stream = messageStream(built, eagerTools(facts.request, facts.betas));
  return {
    status: 200,
    headers: [...commonHeaders(requestId, request.headers, spentBy(built)), ...streamHeaders],
    body: streamBody(stream, exchange, pace, fault, built.message.model),
  };
}

/** An error answer of the API, for this exchange. */
export function refusal(
  error: ApiError,
  { request, requestId }: Pick<Exchange, "request" | "requestId">,
): SimulatorResponse {
  const headers: [string, string][] = [
    ...commonHeaders(requestId, request.headers),
    jsonType,
    ...errorHeaders(error),
  ];
  return { status: error.status, headers, body: errorEnvelope(error, requestId) };
}

function strikingFault(facts: RequestFacts, { playable }: Exchange, turn: number): Fault | undefined {
  if (playable.faults.length === 0) return undefined;
  const history = seedOf(canonicalJson(facts.request.messages));
  const fault = findFault(playable.faults, turn + 1, playable.attempts.next(history));
  if (fault === undefined || fault.kind === "slow-headers") playable.attempts.answered(history);
  return fault;
}

function paceOf(reply: Reply, pace: Pace): Pace {
  return {
    timeToFirstTokenMs: reply.delayMs ?? pace.timeToFirstTokenMs,
    tokensPerSecond: reply.tokensPerSecond ?? pace.tokensPerSecond,
  };
}

/** Where nothing goes wrong and nobody has to wait, all events at once; else each when it is due. */
function streamBody(
  stream: readonly StreamPart[],
  { request, requestId, threadTurn }: Exchange,
  { tokensPerSecond }: Pace,
  fault: Fault | undefined,
  model: string,
): SimulatorResponse["body"] {
  if (isInstant(tokensPerSecond) && (fault === undefined || fault.kind === "slow-headers")) {
    threadTurn?.settle(request.signal?.aborted !== true);
    return streamBytes(stream);
  }
  const { texts, end } = faultyFrames(framesOf(stream), tokensPerSecond, fault, requestId, model);
  return pacedStream(texts, end, request.signal, threadTurn?.settle);
}

async function whole(
  built: BuiltMessage,
  exchange: Exchange,
  pace: Pace,
  fault?: Fault,
): Promise<SimulatorResponse> {
  const { request, requestId } = exchange;
  if (fault?.kind === "mid-stream-error") return refusal(faultError(fault, built.message.model), exchange);
  const seconds = pace.tokensPerSecond > 0 ? built.message.usage.output_tokens / pace.tokensPerSecond : 0;
  await pause(seconds * 1000, request.signal);
  exchange.threadTurn?.settle(request.signal?.aborted !== true);
  const text = JSON.stringify(built.message);
  const headers: [string, string][] = [
    ...commonHeaders(requestId, request.headers, spentBy(built)),
    jsonType,
  ];
  return { status: 200, headers, body: brokenBody(text, fault, request.signal) };
}

/** What a failure of the transport leaves of a JSON body. */
function brokenBody(text: string, fault: Fault | undefined, signal?: AbortSignal): SimulatorResponse["body"] {
  const half = { text: text.slice(0, text.length / 2), dueMs: 0 };
  const rest = { text: text.slice(text.length / 2), dueMs: fault?.delayMs ?? 600_000 };
  switch (fault?.kind) {
    case "empty-body":
      return "";
    case "cut":
      return half.text;
    case "garbage":
      return `${half.text}\u0000`;
    case "reset":
      return pacedStream([half], { kind: "reset" }, signal);
    case "stall":
      return pacedStream([half, rest], { kind: "close" }, signal);
    default:
      return text;
  }
}

function spentBy({ message: { usage } }: BuiltMessage): { inputTokens: number; outputTokens: number } {
  return { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
}
