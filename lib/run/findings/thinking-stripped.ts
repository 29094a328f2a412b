// Does each reply go back with the thinking it came with?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { blocksOf, messagesOf, placeOfReply } from "../message-blocks";
import { countOf } from "../quantity-text";
import { replyOf } from "../reply-of-turn";
import type { ProviderRequest, Run, Turn } from "../run";
import { numberedRequests, requestsText } from "./place-text";

type Loss = {
  readonly count: number;
  readonly turn: Turn;
  readonly request: ProviderRequest;
  readonly number: number;
};

/** `thinking-stripped`, once per run, at the first request whose newest reply has lost thinking blocks. */
export function thinkingStripped(run: Run): Finding[] {
  const numbers = new Map(numberedRequests(run).map(({ request, number }) => [request.requestId, number]));
  const losses = run.turns.flatMap((turn, index): Loss[] => {
    const request = run.turns[index + 1]?.requests[0];
    if (request === undefined) return [];
    const count = lostThinking(turn, request);
    return count === 0 ? [] : [{ count, turn, request, number: numbers.get(request.requestId) ?? 0 }];
  });
  const [first, ...others] = losses;
  if (first === undefined) return [];
  const same =
    others.length === 0 ? "" : `, and so it goes on ${requestsText(others.map(({ number }) => number))}`;
  return [
    {
      code: "thinking-stripped",
      severity: needsThinking(first.request) ? "error" : "warning",
      message: `${countOf(first.count, "thinking block")} of turn ${first.turn.index + 1} did not go back with the reply on request ${first.number}${same}.`,
      fix: "Push the whole reply into the history, each thinking block with its signature, also where its text is empty. Models that allow it without lose their reasoning between calls; with `thinking: enabled` the API refuses the request.",
      turnId: first.request.turnId,
      requestId: first.request.requestId,
    },
  ];
}

/** @returns how many thinking blocks of the reply are not in its copy in the history; 0 where there is no copy */
function lostThinking(turn: Turn, request: ProviderRequest): number {
  const reply = (replyOf(turn)?.blocks ?? []).map(({ value }) => value);
  const thinking = reply.map(thinkingKey).filter((key) => key !== null);
  if (thinking.length === 0) return 0;
  const messages = messagesOf(request.body);
  const ids = reply.flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  const copy = messages[placeOfReply(messages, ids)];
  if (copy === undefined) return 0;
  const sent = blocksOf(copy).map(thinkingKey);
  return thinking.filter((key) => !sent.includes(key)).length;
}

/** What tells one thinking block from another: its signature, the data of a redacted one, else its text. */
function thinkingKey({ type, signature, data, thinking }: JsonObject): string | null {
  if (type !== "thinking" && type !== "redacted_thinking") return null;
  return String(signature || data || thinking);
}

/** Manual thinking refuses a tool turn without it (`Expected "thinking" or "redacted_thinking"`). */
function needsThinking({ body }: ProviderRequest): boolean {
  return isJsonObject(body) && isJsonObject(body.thinking) && body.thinking.type === "enabled";
}
