// Is this line of the event stream an event of the protocol?
import { firstIssue } from "@/lib/protocol/api-error";
import { type RunEvent, runEventSchema } from "@/lib/protocol/run-event";

export type ReadEvent =
  | { readonly ok: true; readonly event: RunEvent }
  | { readonly ok: false; readonly problem: string };

/** @returns the event, or in words why it is none */
export function readEvent(data: string): ReadEvent {
  try {
    const parsed = runEventSchema.safeParse(JSON.parse(data));
    if (parsed.success) return { ok: true, event: parsed.data };
    const { message } = firstIssue(parsed.error);
    return { ok: false, problem: `An event of this run does not fit the protocol: ${message}` };
  } catch (error) {
    return { ok: false, problem: `An event of this run is not JSON: ${String(error)}` };
  }
}
