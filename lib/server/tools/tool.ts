// What does an engine get to run when the model calls a tool?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { HandlerKind } from "@/lib/protocol/tool-definition";
import type { ToolResult } from "@/lib/protocol/tool-result";
import type { Ask } from "../recording/pauses";

export type ToolContext = {
  readonly toolCallId: string;
  /** Fires when the run is stopped. A tool's own timeout is its own business. */
  readonly signal: AbortSignal;
  /** Writes one line into the call's log. */
  readonly log: (line: string) => void;
  /** Asks a person and waits; absent where nobody can be asked: a tool that is tried outside a run. */
  readonly ask?: Ask;
};

/**
 * A client tool, the same object for every engine. `definition` is what goes into the request's `tools`, in the
 * Messages API's own field names. `run` never rejects: a bad input, a throw, a timeout or a stop is a result with
 * `isError`, because that is what the model has to see.
 */
export type Tool = {
  readonly name: string;
  readonly definition: JsonObject;
  readonly handler: HandlerKind;
  readonly run: (input: unknown, context: ToolContext) => Promise<ToolResult>;
};
