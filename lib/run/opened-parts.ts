// What does each part of a run look like when it has just begun?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunEventOf } from "@/lib/protocol/run-event";
import { wholeRequestBody } from "./request-body-delta";
import type { Pause, ProviderRequest, ProviderResponse, ToolCall, Turn } from "./run";

export function openTurn(event: RunEventOf<"turn-start">): Turn {
  return {
    turnId: event.turnId,
    index: event.index,
    startAt: event.at,
    endAt: null,
    requests: [],
    batch: null,
  };
}

/** @param base the body of the request that its delta builds on */
export function openRequest(event: RunEventOf<"request-start">, base: unknown): ProviderRequest {
  const { requestId, turnId, attempt, method, url, body: delta } = event;
  return {
    requestId,
    turnId,
    attempt,
    method,
    url,
    startAt: event.at,
    headerSets: { fetch: event.headers },
    delta,
    body: delta === null ? null : wholeRequestBody(delta, isJsonObject(base) ? base : null),
    error: null,
    errorAt: null,
    response: null,
  };
}

export function openResponse(event: RunEventOf<"response-start">): ProviderResponse {
  return {
    status: event.status,
    headers: event.headers,
    startAt: event.at,
    firstChunkAt: null,
    lastChunkAt: null,
    chunkCount: 0,
    endAt: null,
    message: null,
    providerError: null,
    eventCount: 0,
    body: undefined,
    text: null,
    error: null,
  };
}

export function openCall(event: RunEventOf<"tool-call-start">): ToolCall {
  const { toolCallId, batchId, name, input, handler } = event;
  return {
    toolCallId,
    batchId,
    name,
    input,
    handler,
    startAt: event.at,
    endAt: null,
    result: null,
    log: [],
    waits: [],
  };
}

export function openPause(event: RunEventOf<"pause">): Pause {
  const { pauseId, waitsFor, toolCallId = null, question = null, at } = event;
  return {
    pauseId,
    waitsFor,
    toolCallId,
    question,
    startAt: at,
    endAt: null,
    decidedBy: null,
    decision: null,
  };
}

export function closedPause(pause: Pause, { at, decidedBy, decision }: RunEventOf<"resume">): Pause {
  return { ...pause, endAt: at, decidedBy, decision };
}
