// How is a conversation told in a few lines, so that it can go on from them?

import type { ContentBlock } from "../api/content-block";
import { isText, isToolResult, isToolUse, type ToolResultBlock } from "../api/content-block";
import { blocksOf, type RequestMessage } from "../api/messages-request";
import { resultText } from "../model/progress";
import { executedCalls } from "../server-tools/executed-calls";

export const summaryOpening = "Summary of the conversation:";

/** Of an earlier conversation only so much is told. */
const longest = { messages: 200, prompt: 2_000, answer: 600, input: 1_000, result: 400 };

type Results = ReadonlyMap<unknown, ToolResultBlock>;

/**
 * One line for each thing said and each call with its result, numbered by message. Images and documents are lost, as
 * they are in any summary.
 *
 * @param instructions what the caller asked the summary to be like; the simulator can only repeat it
 */
export function writeSummary(messages: readonly RequestMessage[], instructions?: string): string {
  const blocks = messages.flatMap(blocksOf);
  const results: Results = new Map<unknown, ToolResultBlock>([
    ...blocks.filter(isToolResult).map((result) => [result.tool_use_id, result] as const),
    ...executedCalls(blocks).map(({ call, result }) => [call.id, result] as const),
  ]);
  const skipped = Math.max(0, messages.length - longest.messages);
  const lines = messages
    .map((message, index) => linesOf(message, results).map((line) => `${index + 1}. ${line}`))
    .slice(skipped)
    .flat();
  const asked = (instructions ?? "").trim();
  return [
    summaryOpening,
    ...(asked === "" ? [] : [`(Asked for: ${clipped(asked, longest.answer)})`]),
    ...(skipped === 0 ? [] : [`(${skipped} earlier messages are left out.)`]),
    ...lines,
  ].join("\n");
}

function linesOf(message: RequestMessage, results: Results): readonly string[] {
  const blocks = blocksOf(message);
  const text = blocks
    .filter(isText)
    .map((block) => block.text)
    .join(" ");
  if (message.role !== "assistant") {
    const speaker = message.role === "user" ? "User" : "System";
    return text === "" ? [] : [`${speaker}: ${clipped(text, longest.prompt)}`];
  }
  const calls = blocks.filter(isCall).map((call) => callLine(call, results));
  return text === "" && calls.length > 0
    ? calls
    : [`Assistant: ${clipped(text, longest.answer) || "(nothing)"}`, ...calls];
}

function isCall(block: ContentBlock): boolean {
  return isToolUse(block) || block.type === "server_tool_use" || block.type === "mcp_tool_use";
}

function callLine({ id, name, input }: ContentBlock, results: Results): string {
  const result = results.get(id);
  const json = JSON.stringify(input ?? {});
  const call = `Assistant called ${String(name)} with ${json.length > longest.input ? "{…}" : json}`;
  if (result === undefined) return `${call}, without a result yet`;
  const failed = result.is_error === true ? ", which failed" : "";
  return `${call}${failed}: ${clipped(resultText(result), longest.result)}`;
}

/** On one line, and no longer than that. */
function clipped(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length).trimEnd()}…`;
}
