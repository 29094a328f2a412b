// Does the request after a batch answer every call, in one message, results first and in order?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { blocksOf, messagesOf, placeOfReply } from "../message-blocks";
import { requestedCalls } from "../reply-of-turn";
import type { ProviderRequest, Run, Turn } from "../run";

type Words = Pick<Finding, "code" | "severity" | "message" | "fix">;

/** `results-missing` and `results-out-of-order`, per pair of a reply and the request that follows it. */
export function toolResults(run: Run): Finding[] {
  return run.turns.flatMap((turn, index) => {
    const next = run.turns[index + 1];
    const request = next?.requests[0];
    const ids = requestedCalls(turn).map((call) => String(call.id));
    if (next === undefined || request === undefined || ids.length === 0) return [];
    const answer = answerOf(request, ids);
    const words = answer === null ? null : wordsFor(ids, answer, turn);
    return words === null ? [] : [{ ...words, turnId: next.turnId, requestId: request.requestId }];
  });
}

/** The user messages after the reply that asked for the calls; null where the body is no list of messages. */
function answerOf(request: ProviderRequest, ids: readonly string[]): JsonObject[][] | null {
  if (!isJsonObject(request.body) || !Array.isArray(request.body.messages)) return null;
  const messages = messagesOf(request.body);
  const asked = placeOfReply(messages, ids);
  return messages
    .slice(asked + 1)
    .filter((message) => message.role === "user")
    .map(blocksOf);
}

function wordsFor(ids: readonly string[], answer: readonly JsonObject[][], turn: Turn): Words | null {
  const first = answer[0] ?? [];
  const answered = first.filter(isResult).map((block) => String(block.tool_use_id));
  const everywhere = answer
    .flat()
    .filter(isResult)
    .map((block) => String(block.tool_use_id));
  const missing = ids.filter((id) => !everywhere.includes(id));
  const reply = `turn ${turn.index + 1}`;
  if (missing.length > 0) {
    return {
      code: "results-missing",
      severity: "error",
      message: `${missing.length} of ${ids.length} tool calls of ${reply} have no tool_result in the next request: ${missing.join(", ")}.`,
      fix: "Answer every tool_use of a reply in the next user message, failed and skipped calls too (is_error).",
    };
  }
  if (ids.some((id) => !answered.includes(id))) {
    return {
      code: "results-split",
      severity: "error",
      message: `The results of ${reply} are spread over ${answer.length} user messages.`,
      fix: "Put all results of a reply into one user message; split ones teach the model to stop calling in parallel.",
    };
  }
  if (first.slice(0, answered.length).some((block) => !isResult(block))) {
    return {
      code: "results-out-of-order",
      severity: "error",
      message: `Other content stands before a tool_result in the answer to ${reply}.`,
      fix: "Put tool_result blocks first in the user message, text after them.",
    };
  }
  const inOrder = answered.filter((id) => ids.includes(id)).every((id, index) => id === ids[index]);
  if (inOrder) return null;
  return {
    code: "results-out-of-order",
    severity: "info",
    message: `The results of ${reply} stand in another order than its calls.`,
    fix: "The API matches results by id. Keeping the order of the calls makes requests comparable and cacheable.",
  };
}

function isResult(block: JsonObject): boolean {
  return block.type === "tool_result";
}
