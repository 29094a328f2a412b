// Which events of the log does a filter let through?
import type { RunEvent } from "@/lib/protocol/run-event";
import { eventSummary } from "./event-summary";

/** Empty fields let everything through. `family` is a type without its action: `request`, `tool-call`, ... */
export type EventFilter = { readonly family: string; readonly text: string };

/** Every family with the types in it, in the order a run has them. */
export const eventFamilies = ["run", "turn", "request", "response", "batch", "tool-call", "pause"] as const;

/** @returns the events that fit; text is looked for in type and summary, whatever its case */
export function filterEvents(events: readonly RunEvent[], filter: EventFilter): readonly RunEvent[] {
  const text = filter.text.trim().toLowerCase();
  if (filter.family === "" && text === "") return events;
  return events.filter(
    (event) =>
      (filter.family === "" || familyOf(event) === filter.family) &&
      (text === "" || `${event.type} ${eventSummary(event)}`.toLowerCase().includes(text)),
  );
}

function familyOf(event: RunEvent): string {
  if (event.type === "resume") return "pause";
  return eventFamilies.find((family) => event.type === family || event.type.startsWith(`${family}-`)) ?? "";
}
