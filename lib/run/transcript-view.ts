// What stands on the transcript's card of a turn?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { isWaiting } from "./call-waits";
import { linesOf } from "./header-lookup";
import { inputSummary } from "./input-summary";
import type { BlockDraft } from "./message-draft";
import { replyOf, stopReasonOf } from "./reply-of-turn";
import { type RequestLine, requestEnd, requestLine, requestState } from "./request-line";
import type { ToolCall, Turn } from "./run";
import { tokensOf } from "./run-totals";

export type CallState = "arriving" | "ready" | "running" | "waiting" | "done" | "failed" | "not-run";

/** One tool call from the first byte of its block to its result. */
export type CallView = {
  readonly toolCallId: string;
  readonly name: string;
  readonly summary: string;
  /** The input as JSON text: as far as it has arrived, or whole and indented. */
  readonly inputText: string;
  readonly state: CallState;
  readonly call: ToolCall | null;
};

export type BlockView =
  | { readonly kind: "text"; readonly key: string; readonly text: string; readonly streaming: boolean }
  | {
      readonly kind: "thinking";
      readonly key: string;
      readonly text: string;
      readonly redacted: boolean;
      readonly streaming: boolean;
    }
  | { readonly kind: "calls"; readonly key: string; readonly calls: readonly CallView[] }
  | {
      readonly kind: "server";
      readonly key: string;
      readonly type: string;
      readonly name: string;
      readonly json: string;
      readonly streaming: boolean;
    };

export type RequestLineView = RequestLine & { readonly waitBeforeMs: number | null };

export type TurnCard = {
  readonly turnId: string;
  readonly number: number;
  readonly requests: readonly RequestLineView[];
  /** Since when the next attempt is waited for, in milliseconds of the run, and how long the provider asked to wait. */
  readonly retryWait: { readonly since: number; readonly asked: string | null } | null;
  readonly blocks: readonly BlockView[];
  readonly stopReason: string | null;
  readonly outputTokens: number;
  readonly open: boolean;
};

/** @returns the card of one turn; it depends on nothing but the turn, so an unchanged turn keeps its card */
export function turnCard(turn: Turn): TurnCard {
  return {
    turnId: turn.turnId,
    number: turn.index + 1,
    requests: turn.requests.map((request, index) => ({
      ...requestLine(request),
      waitBeforeMs: waitBefore(turn, index),
    })),
    retryWait: retryWait(turn),
    blocks: blockViews(turn),
    stopReason: stopReasonOf(turn),
    outputTokens: turn.requests.reduce((sum, request) => sum + tokensOf(request, "output_tokens"), 0),
    open: turn.endAt === null,
  };
}

/** Neighbouring tool calls form one group; every other block stands alone, in the order of the message. */
function blockViews(turn: Turn): BlockView[] {
  const views: BlockView[] = [];
  const taken = new Map<string, number>();
  for (const [index, block] of (replyOf(turn)?.blocks ?? []).entries()) {
    if (block.value.type !== "tool_use") {
      views.push(blockView(block, String(index)));
      continue;
    }
    const id = String(block.value.id);
    const copy = (taken.get(id) ?? 0) + 1;
    taken.set(id, copy);
    const view = callView(block, copy === 1 ? id : `${id}#${copy}`, turn);
    const last = views.at(-1);
    if (last?.kind === "calls") views[views.length - 1] = { ...last, calls: [...last.calls, view] };
    else views.push({ kind: "calls", key: String(index), calls: [view] });
  }
  return views;
}

function callView(block: BlockDraft, toolCallId: string, turn: Turn): CallView {
  const call = turn.batch?.calls.find((each) => each.toolCallId === toolCallId) ?? null;
  const input = call === null ? block.value.input : call.input;
  return {
    toolCallId,
    name: String(block.value.name ?? "unnamed"),
    summary: call !== null || block.closed ? inputSummary(input) : "",
    inputText: block.closed || call !== null ? JSON.stringify(input, null, 2) : block.inputText,
    state: callState(block, call, turn),
    call,
  };
}

function callState(block: BlockDraft, call: ToolCall | null, turn: Turn): CallState {
  if (call === null) {
    if (turn.endAt !== null) return "not-run";
    return block.closed ? "ready" : "arriving";
  }
  if (call.endAt === null) return isWaiting(call) ? "waiting" : "running";
  return call.result?.isError === true ? "failed" : "done";
}

function blockView({ value, inputText, closed }: BlockDraft, key: string): BlockView {
  const streaming = !closed;
  switch (value.type) {
    case "text":
      return { kind: "text", key, text: String(value.text ?? ""), streaming };
    case "thinking":
      return { kind: "thinking", key, text: String(value.thinking ?? ""), redacted: false, streaming };
    case "redacted_thinking":
      return { kind: "thinking", key, text: "", redacted: true, streaming };
    default:
      return {
        kind: "server",
        key,
        type: String(value.type),
        name: serverName(value),
        json: closed || inputText === "" ? JSON.stringify(value, null, 2) : inputText,
        streaming,
      };
  }
}

function serverName(value: JsonObject): string {
  if (typeof value.name === "string") return value.name;
  return isJsonObject(value.caller) && typeof value.caller.type === "string" ? value.caller.type : "";
}

/** Milliseconds between the end of the attempt before and this one, null for a first attempt. */
function waitBefore(turn: Turn, index: number): number | null {
  const before = turn.requests[index - 1];
  const request = turn.requests[index];
  const end = before === undefined ? null : requestEnd(before);
  return end === null || request === undefined ? null : request.startAt - end;
}

function retryWait(turn: Turn): TurnCard["retryWait"] {
  const last = turn.requests.at(-1);
  if (last === undefined || turn.endAt !== null || turn.batch !== null) return null;
  const since = requestEnd(last);
  if (since === null || requestState(last) !== "failed") return null;
  return { since, asked: linesOf(last.response?.headers, "retry-after")?.values[0]?.shown ?? null };
}
