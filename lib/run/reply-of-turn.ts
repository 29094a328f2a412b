// What did the model answer in a turn, and which calls did it ask for?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { MessageDraft } from "./message-draft";
import type { ProviderRequest, Turn } from "./run";

/** @returns the request whose answer the turn went on with: the newest that brought a message */
export function answeredRequest(turn: Turn): ProviderRequest | undefined {
  return turn.requests.findLast((request) => request.response?.message != null);
}

/** @returns the assistant message of the turn as far as it has arrived */
export function replyOf(turn: Turn): MessageDraft | null {
  return answeredRequest(turn)?.response?.message ?? null;
}

/** @returns the client tool calls the reply asks for, in order */
export function requestedCalls(turn: Turn): JsonObject[] {
  return (replyOf(turn)?.blocks ?? [])
    .map((block) => block.value)
    .filter((value) => value.type === "tool_use");
}

/** @returns the reply's stop reason, null while it streams or where it was cut */
export function stopReasonOf(turn: Turn): string | null {
  const reason = replyOf(turn)?.fields.stop_reason;
  return typeof reason === "string" ? reason : null;
}
