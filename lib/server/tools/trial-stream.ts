// How does a trial of a tool reach the browser, line by line?
import type { ToolTrial, TrialEvent } from "@/lib/protocol/tool-trial";
import { FieldError } from "../door/field-error";
import type { HandlerSetting } from "./defined-handle";
import { tryTool } from "./try-tool";

/**
 * Starts the calls. A caller that leaves stops them: that is what its Stop does.
 *
 * @param left fires when the caller has gone
 * @returns one event a line (NDJSON)
 * @throws FieldError with the field as in the body of the call, before anything is called
 */
export function trialStream(
  trial: ToolTrial,
  setting: HandlerSetting,
  left: AbortSignal,
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const encoder = new TextEncoder();
  const early: TrialEvent[] = [];
  let send = (event: TrialEvent): void => {
    early.push(event);
  };
  const done = fieldsOfTrial(() => tryTool(trial, setting, stop.signal, (event) => send(event)));
  left.addEventListener("abort", () => stop.abort(left.reason), { once: true });
  return new ReadableStream({
    start(controller) {
      send = (event) => {
        // After the caller left there is nobody to tell.
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      for (const event of early.splice(0)) send(event);
      void done.then(() => {
        if (!stop.signal.aborted) controller.close();
      });
    },
    cancel: (reason) => stop.abort(reason),
  });
}

/** The tool stands in `tools.0` for those who make it, and in `tool` for the caller. */
function fieldsOfTrial<Result>(start: () => Result): Result {
  try {
    return start();
  } catch (cause) {
    if (!(cause instanceof FieldError)) throw cause;
    throw new FieldError(cause.field.replace(/^tools\.0/, "tool"), cause.message);
  }
}
