// What is known of a call made from the tool workbench?

import type { ToolResult } from "@/lib/protocol/tool-result";
import type { TrialEvent } from "@/lib/protocol/tool-trial";
import type { ApiProblem } from "./api-call";

export type TrialCall = {
  readonly call: number;
  readonly toolCallId: string;
  /** Milliseconds since all calls of the trial were started; null while it goes on. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly log: readonly { readonly at: number; readonly line: string }[];
  /** Null while it goes on, and where it was too large to be kept. */
  readonly result: ToolResult | null;
};

/** One press of Try: one or more calls with one input. */
export type Trial = {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  /** ISO time. */
  readonly at: string;
  readonly inputText: string;
  readonly state: "going on" | "ended" | "stopped" | "failed";
  readonly calls: readonly TrialCall[];
  /** Why nothing was called. */
  readonly problem: ApiProblem | null;
};

/** @returns the trial with these events more, which belong to it in this order */
export function withEvents(trial: Trial, events: readonly TrialEvent[]): Trial {
  const calls = new Map(trial.calls.map((call) => [call.call, { ...call, log: [...call.log] }]));
  for (const event of events) {
    if (event.type === "start") {
      const { call, toolCallId, at } = event;
      calls.set(call, { call, toolCallId, startedAt: at, endedAt: null, log: [], result: null });
      continue;
    }
    const call = calls.get(event.call);
    if (call === undefined) continue;
    if (event.type === "log") call.log.push({ at: event.at, line: event.line });
    else calls.set(event.call, { ...call, endedAt: event.at, result: event.result });
  }
  return { ...trial, calls: [...calls.values()] };
}

/** @returns milliseconds from the start of the first call to the end of the last that has ended */
export function trialMs({ calls }: Trial): number {
  return Math.max(0, ...calls.map(({ endedAt }) => endedAt ?? 0));
}

/** @returns the `tool_result` block as it would be sent */
export function resultBlock(toolCallId: string, { content, isError }: ToolResult) {
  return {
    type: "tool_result",
    tool_use_id: toolCallId,
    content,
    ...(isError && { is_error: true }),
  };
}
