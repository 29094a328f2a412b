// Which events does a run leave behind, whatever engine drives it?
import type { RunError } from "@/lib/protocol/run-error";
import type { RunEventBody } from "@/lib/protocol/run-event";
import { type OpenThings, trackOpenThings } from "@/lib/run/closings";
import type { Tool } from "../tools/tool";
import { createPauses, type Pauses, type WaitListener } from "./pauses";
import { type ByteLimits, type Fetch, recordedFetch } from "./recorded-fetch";
import { recordedTool } from "./recorded-tool";
import type { Redactor } from "./redactor";
import { createTurns } from "./turns";

/** Where events go. `chunk` takes provider events as the text they came in, to be put into the log as it is. */
export type EventSink = {
  readonly event: (event: RunEventBody) => void;
  readonly chunk: (requestId: string, eventTexts: readonly string[]) => void;
};

/** Told what happens, for time limits that must not mistake a slow answer, or a person who thinks, for a run that hangs. */
export type ActivityListener = WaitListener & { readonly requestOpened: () => RequestActivity };

/** What becomes of one request. */
export type RequestActivity = {
  /** A connection is there, and the request goes out on it. */
  readonly sent: () => void;
  /** A response began, or content of it arrived; a keep-alive `ping` is none. */
  readonly contentArrived: () => void;
  /** @param refusal where the provider did not take the request, with the wait it asks for, in milliseconds */
  readonly closed: (refusal?: { readonly status: number; readonly askedWaitMs: number | null }) => void;
};

export type Recorder = {
  /** The `fetch` to give to the SDK client: passes everything through unchanged and writes down what it saw. */
  readonly fetch: Fetch;
  /** The tool to give to the engine in place of the one given. */
  readonly tool: (tool: Tool) => Tool;
  /** Takes what a person decides about a call that waits. */
  readonly decide: Pauses["decide"];
  /** Why the newest response, or the newest request without one, failed; null where it did not. */
  readonly lastError: () => RunError | null;
  /** Closes everything that is still open. Whatever happens afterwards leaves no event. */
  readonly close: (error: RunError) => void;
};

/** Watches a run at its two seams: the `fetch` of the SDK client and the `run` of each tool. */
export function createRecorder(options: {
  readonly sink: EventSink;
  readonly redactor: Redactor;
  readonly activity: ActivityListener;
  readonly limits: ByteLimits;
  readonly fetch: Fetch;
  readonly abortReason: () => unknown;
}): Recorder {
  const open = trackOpenThings();
  const { sink, close } = closableSink(options.sink, open);
  const turns = createTurns(sink.event);
  const pauses = createPauses(sink.event, options.activity);
  let lastError: RunError | null = null;
  const noteError = (error: RunError | null) => {
    lastError = error;
  };
  return {
    fetch: recordedFetch({ ...options, sink, turns, noteError }),
    tool: (tool) => recordedTool(tool, sink.event, turns, pauses),
    decide: pauses.decide,
    lastError: () => lastError,
    close,
  };
}

function closableSink(sink: EventSink, open: OpenThings) {
  let closed = false;
  const event = (body: RunEventBody) => {
    if (closed) return;
    open.note(body);
    sink.event(body);
  };
  const chunk: EventSink["chunk"] = (requestId, texts) => {
    if (!closed) sink.chunk(requestId, texts);
  };
  const close = (error: RunError) => {
    for (const closing of open.closings(error)) event(closing);
    closed = true;
  };
  return { sink: { event, chunk }, close };
}
