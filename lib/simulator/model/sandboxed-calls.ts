// How does code in the sandbox call the caller's own tools, and what does it print once it has their results?

import {
  type ContentBlock,
  isServerToolResult,
  isToolResult,
  isToolUse,
  type ToolUseBlock,
} from "../api/content-block";
import { blocksOf, type CustomTool, type MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import type { PlannedCall } from "./plan-calls";
import { resultText } from "./progress";

/** The version of code execution that a tool can be called from, where it cannot be called directly. */
export function callerOf(
  { allowed_callers }: CustomTool,
  { tools = [] }: MessagesRequest,
): string | undefined {
  if (!Array.isArray(allowed_callers) || allowed_callers.includes("direct")) return undefined;
  return tools.find(({ type }) => allowed_callers.includes(type))?.type ?? undefined;
}

/** The code that makes the calls, and the calls as they reach the caller; the ids that tie them are made later. */
export function sandboxedBlocks(calls: readonly PlannedCall[], caller: string): readonly ContentBlock[] {
  const lines = calls.map(({ tool, input }) => `print(await ${tool.name}(${JSON.stringify(input)}))`);
  return [
    { type: "server_tool_use", name: "code_execution", input: { code: lines.join("\n") } },
    ...calls.map(({ tool, input }) => ({
      type: "tool_use",
      name: tool.name,
      input,
      caller: { type: caller },
    })),
  ];
}

/** The result blocks with which the next reply opens: of code whose calls have all been answered. */
export function resumedResults({ messages }: MessagesRequest): readonly ContentBlock[] {
  const blocks = messages.flatMap(blocksOf);
  const results = new Map(blocks.filter(isToolResult).map((result) => [result.tool_use_id, result]));
  const ended = new Set(blocks.filter(isServerToolResult).map(({ tool_use_id }) => tool_use_id));
  const calls = blocks.filter(isToolUse);
  return blocks
    .filter(({ type, name, id }) => type === "server_tool_use" && name === "code_execution" && !ended.has(id))
    .flatMap(({ id }) => {
      const own = calls.filter((call) => callerIdOf(call) === id);
      const answers = own.flatMap((call) => results.get(call.id) ?? []);
      if (own.length === 0 || answers.length < own.length) return [];
      const stdout = answers.map((answer) => `${resultText(answer)}\n`).join("");
      const content = { type: "code_execution_result", stdout, stderr: "", return_code: 0, content: [] };
      return [{ type: "code_execution_tool_result", tool_use_id: id, content }];
    });
}

function callerIdOf(call: ToolUseBlock): unknown {
  const caller = "caller" in call ? call.caller : undefined;
  return isJsonObject(caller) ? caller.tool_id : undefined;
}
