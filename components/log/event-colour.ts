// Which colour has the type of an event in the log?
import type { RunEvent } from "@/lib/protocol/run-event";

/** @returns the text colour of the event's kind; errors win over kinds */
export function eventColour(event: RunEvent): string {
  if (isError(event)) return "text-kind-error-text";
  if (event.type.startsWith("request")) return "text-kind-request-text";
  if (event.type.startsWith("response")) return "text-kind-result-text";
  if (event.type.startsWith("tool-call") || event.type.startsWith("batch")) return "text-kind-tool-text";
  if (event.type === "pause" || event.type === "resume") return "text-kind-waiting-text";
  return "text-ink";
}

function isError(event: RunEvent): boolean {
  switch (event.type) {
    case "request-error":
      return true;
    case "response-start":
      return event.status >= 400;
    case "response-end":
      return event.error !== undefined;
    case "tool-call-end":
      return event.result.isError;
    case "run-end":
      return event.outcome === "failed";
    default:
      return false;
  }
}
