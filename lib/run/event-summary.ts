// What does one line of the log say?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunEvent } from "@/lib/protocol/run-event";
import { inputSummary } from "./input-summary";
import { bytesText, countOf } from "./quantity-text";
import { resultText } from "./result-text";

/** @returns the event in one line; the long ids of calls stand last, where a narrow pane cuts */
export function eventSummary(event: RunEvent): string {
  switch (event.type) {
    case "run-start":
      return `${event.config.model}, ${event.config.engine.kind} loop, ${event.config.provider.baseURL}`;
    case "turn-start":
    case "turn-end":
      return `turn ${event.index + 1}`;
    case "request-start":
      return `${event.requestId} ${event.method} ${event.url}, ${countOf(event.headers.length, "header")}, ${bytesText(event.body?.bytes ?? 0)}${event.attempt > 1 ? `, attempt ${event.attempt}` : ""}`;
    case "request-observed":
      return `${event.requestId} at ${event.point}, ${countOf(event.headers.length, "header")}`;
    case "request-error":
      return `${event.requestId} ${event.error.message}`;
    case "response-start":
      return `${event.requestId} status ${event.status}, ${countOf(event.headers.length, "header")}`;
    case "response-chunk":
      return `${event.requestId} ${kindCounts(event.events.map((each) => String(each.type)))}`;
    case "response-end":
      return `${event.requestId} ${event.error?.message ?? (event.text === undefined ? "" : event.text.slice(0, 120))}`;
    case "batch-start":
    case "batch-end":
      return `${event.batchId} in ${event.turnId}`;
    case "tool-call-start":
      return `${event.name} ${inputSummary(event.input)} (${event.toolCallId})`;
    case "tool-call-log":
      return `${event.line} (${event.toolCallId})`;
    case "tool-call-end":
      return `${event.result.isError ? "error: " : ""}${resultText(event.result).slice(0, 120)} (${event.toolCallId})`;
    case "pause":
      return `${event.pauseId} waits for ${event.waitsFor}${event.question === undefined ? "" : `: ${event.question.slice(0, 120)}`} (${event.toolCallId ?? "the run"})`;
    case "resume":
      return `${event.pauseId} decided by ${event.decidedBy}${decisionText(event.decision)}`;
    case "run-end":
      return endSummary(event);
    default:
      return event satisfies never;
  }
}

function decisionText(decision: unknown): string {
  return isJsonObject(decision) ? `: ${JSON.stringify(decision).slice(0, 120)}` : "";
}

function endSummary(event: Extract<RunEvent, { type: "run-end" }>): string {
  if (event.outcome === "completed") return `completed, ${event.stopReason}`;
  if (event.outcome === "failed") return `failed, ${event.error.message}`;
  if (event.outcome === "turn-limit") return `turn limit of ${event.maxTurns}`;
  return event.outcome;
}

/** `"content_block_delta ×12, content_block_stop"` */
function kindCounts(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => (count === 1 ? kind : `${kind} ×${count}`)).join(", ");
}
