// How does a tool's own code become a call that always ends, in time and with a result?

import { setMaxListeners } from "node:events";
import { isJsonObject } from "@/lib/protocol/json-object";
import { stoppedText } from "@/lib/protocol/stopped-text";
import type { ToolResult, ToolResultContent } from "@/lib/protocol/tool-result";
import type { InputCheck } from "./input-check";
import { resultContent } from "./result-content";
import type { Tool, ToolContext } from "./tool";
import { ToolFailure } from "./tool-failure";
import type { ToolHandle } from "./tool-handle";

export type HandledTool = {
  readonly name: string;
  readonly checkInput: InputCheck;
  readonly handle: ToolHandle;
  /** Milliseconds; null where the code keeps to a limit of its own. */
  readonly timeoutMs: number | null;
};

/**
 * Wraps the code of a tool: the input is checked first, a throw becomes an error result, a call past its timeout or in
 * a stopped run ends at once, whether or not the code honours its signal.
 *
 * @returns a function that never rejects
 */
export function runHandle(tool: HandledTool): Tool["run"] {
  return async (input, context) => {
    if (context.signal.aborted) return stopped;
    const problem = tool.checkInput(input);
    if (problem !== null) return failed(problem);
    return boundedAnswer(tool, input, context);
  };
}

const stopped: ToolResult = { content: stoppedText, isError: true };

function failed(content: ToolResultContent): ToolResult {
  return { content, isError: true };
}

function boundedAnswer(tool: HandledTool, input: unknown, context: ToolContext): Promise<ToolResult> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    let open = true;
    const settle = (result: ToolResult) => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      context.signal.removeEventListener("abort", onStop);
      resolve(result);
    };
    // Settled before the code hears of it, so that its own reaction to the signal is never taken for the result.
    const cancel = (result: ToolResult, reason: unknown) => {
      settle(result);
      controller.abort(reason);
    };
    const onStop = () => cancel(stopped, context.signal.reason);
    const { name, timeoutMs } = tool;
    const onTimeout = (limit: number) => {
      const text = timeoutText(name, limit);
      cancel(failed(text), new DOMException(text, "TimeoutError"));
    };
    const timer = timeoutMs === null ? undefined : setTimeout(onTimeout, timeoutMs, timeoutMs);
    // Every call of a batch listens to the run's one signal; past ten, Node takes that for a leak.
    setMaxListeners(0, context.signal);
    context.signal.addEventListener("abort", onStop);
    const log = (line: string) => {
      if (open) context.log(line);
    };
    answer(tool, input, { ...context, signal: controller.signal, log }).then(settle);
  });
}

async function answer(tool: HandledTool, input: unknown, context: ToolContext): Promise<ToolResult> {
  try {
    const value = await tool.handle(isJsonObject(input) ? input : {}, context);
    return { content: resultContent(tool.name, value), isError: false };
  } catch (thrown) {
    return failed(failureContent(tool.name, thrown));
  }
}

/** An error result needs content: the API refuses an empty one with `is_error`. */
function failureContent(name: string, thrown: unknown): ToolResultContent {
  if (thrown instanceof ToolFailure) {
    return thrown.content.length > 0 ? thrown.content : `Error: ${name} failed and did not say why.`;
  }
  const message = thrown instanceof Error ? thrown.message || thrown.name : asText(thrown);
  return `Error: ${message || `${name} failed and did not say why.`}`;
}

function asText(thrown: unknown): string {
  try {
    return typeof thrown === "object" ? JSON.stringify(thrown) : String(thrown);
  } catch {
    // A thrown value without a JSON form has nothing to quote.
    return "";
  }
}

function timeoutText(name: string, timeoutMs: number): string {
  const limit = timeoutMs.toLocaleString("en-US");
  return (
    `${name} did not answer within ${limit} ms and was stopped. Go on without its result, or call it again asking ` +
    "for less. The limit is the run's toolTimeoutMs."
  );
}
