// What does a tool answer when it is called alone, outside any run?
import { performance } from "node:perf_hooks";
import type { ToolTrial, TrialEvent } from "@/lib/protocol/tool-trial";
import { createTools } from "./create-tools";
import type { HandlerSetting } from "./defined-handle";

/**
 * Calls the tool as a run would: the same check of the input, timeout, sandbox and guard. All calls start together.
 *
 * @param stop ends every call that still goes on
 * @param tell is given every event, in the order they happen
 * @returns resolves when every call has ended; never rejects
 * @throws FieldError before anything is called, where the tool cannot be made; fields begin with `tool`
 */
export function tryTool(
  { tool: choice, input, times, timeoutMs }: ToolTrial,
  setting: HandlerSetting,
  stop: AbortSignal,
  tell: (event: TrialEvent) => void,
): Promise<void> {
  const [tool] = createTools([choice], { ...setting, toolTimeoutMs: timeoutMs }).tools;
  if (tool === undefined) return Promise.resolve();
  const started = performance.now();
  const at = () => Math.round((performance.now() - started) * 1_000) / 1_000;
  const calls = Array.from({ length: times }, async (_, call) => {
    const toolCallId = `toolu_try_${setting.runId.slice(-12)}_${call + 1}`;
    tell({ type: "start", call, at: at(), toolCallId });
    const log = (line: string) => tell({ type: "log", call, at: at(), line });
    const result = await tool.run(input, { toolCallId, signal: stop, log });
    tell({ type: "end", call, at: at(), result });
  });
  return Promise.all(calls).then(() => undefined);
}
