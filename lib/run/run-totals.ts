// What do the numbers of a whole run add up to?
import { isJsonObject } from "@/lib/protocol/json-object";
import { stoppedText } from "@/lib/protocol/stopped-text";
import type { ProviderRequest, Run, ToolCall } from "./run";

/** Counts are counts, `bytesSent` bytes of request bodies, `durationMs` milliseconds. */
export type RunTotals = {
  readonly turns: number;
  readonly requests: number;
  /** Requests beyond the first of their turn. */
  readonly retries: number;
  readonly calls: number;
  readonly runningCalls: number;
  readonly failedCalls: number;
  /** Calls of a turn that called tools, on average; 1 where nothing ran in parallel, 0 without calls. */
  readonly callsPerCallingTurn: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly bytesSent: number;
  readonly durationMs: number;
};

/**
 * @param now milliseconds since the run began; it counts only while the run goes on
 * @returns the sums over every request and call so far
 */
export function runTotals(run: Run, now: number): RunTotals {
  const requests = run.turns.flatMap((turn) => turn.requests);
  const calls = run.turns.flatMap((turn) => turn.batch?.calls ?? []);
  const callingTurns = run.turns.filter((turn) => (turn.batch?.calls.length ?? 0) > 0).length;
  return {
    turns: run.turns.length,
    requests: requests.length,
    retries: requests.filter((request) => request.attempt > 1).length,
    calls: calls.length,
    runningCalls: calls.filter((call) => call.endAt === null).length,
    failedCalls: calls.filter(hasFailed).length,
    callsPerCallingTurn: callingTurns === 0 ? 0 : calls.length / callingTurns,
    inputTokens: sumTokens(requests, "input_tokens"),
    outputTokens: sumTokens(requests, "output_tokens"),
    cacheReadTokens: sumTokens(requests, "cache_read_input_tokens"),
    cacheWriteTokens: sumTokens(requests, "cache_creation_input_tokens"),
    bytesSent: requests.reduce((sum, request) => sum + (request.delta?.bytes ?? 0), 0),
    durationMs: run.end?.at ?? Math.max(run.lastAt, now),
  };
}

/** True for a call that ended with an error result of its own, not with the run it belonged to. */
export function hasFailed(call: ToolCall): boolean {
  return call.result?.isError === true && call.result.content !== stoppedText;
}

/** @returns a count of the message's `usage`, 0 where the provider gave none */
export function tokensOf(request: ProviderRequest, field: string): number {
  const usage = request.response?.message?.fields.usage;
  const count = isJsonObject(usage) ? usage[field] : undefined;
  return typeof count === "number" ? count : 0;
}

function sumTokens(requests: readonly ProviderRequest[], field: string): number {
  return requests.reduce((sum, request) => sum + tokensOf(request, field), 0);
}
