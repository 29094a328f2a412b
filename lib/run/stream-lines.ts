// What did the provider stream in answer to one request, event by event?
import type { RunEvent } from "@/lib/protocol/run-event";

/** `at` is milliseconds since the run began: when the event's chunk arrived. */
export type StreamLine = { readonly at: number; readonly type: string; readonly json: string };

/** @returns the request's stream events in the order they came, each as its own JSON */
export function streamLines(events: readonly RunEvent[], requestId: string): StreamLine[] {
  return events.flatMap((event) =>
    event.type === "response-chunk" && event.requestId === requestId
      ? event.events.map((each) => ({ at: event.at, type: String(each.type), json: JSON.stringify(each) }))
      : [],
  );
}

/** @returns the lines as server-sent events, the way the Messages API writes them */
export function streamText(lines: readonly StreamLine[]): string {
  return lines.map((line) => `event: ${line.type}\ndata: ${line.json}\n\n`).join("");
}
