// Where does a conversation stand: what was asked last, and what has happened since?

import {
  type ContentBlock,
  isText,
  isToolResult,
  isToolUse,
  type ToolResultBlock,
  type ToolUseBlock,
} from "../api/content-block";
import { blocksOf, type RequestMessage } from "../api/messages-request";
import { executedCalls } from "../server-tools/executed-calls";

export type AnsweredCall = {
  readonly call: ToolUseBlock;
  readonly result: ToolResultBlock;
  /** The result block of a tool that the API executed. */
  readonly served?: ContentBlock;
};

export type Conversation = {
  /** The text of the last real user prompt. */
  readonly prompt: string;
  /** The texts of the prompts before it, oldest first. */
  readonly earlierPrompts: readonly string[];
  /** Assistant messages since that prompt: 0 before the first reply. */
  readonly turn: number;
  /** Tool calls since that prompt with their results, oldest first. */
  readonly answered: readonly AnsweredCall[];
  /** Names of the tools called before that prompt, oldest first. */
  readonly earlierTools: readonly string[];
};

/** A real prompt is a user message that holds something, and no tool result. */
export function conversationOf(messages: readonly RequestMessage[]): Conversation {
  const prompts = messages.map(isPrompt);
  // Consecutive prompts are one prompt: the API joins messages of one role.
  let start = Math.max(0, prompts.lastIndexOf(true));
  while (start > 0 && prompts[start - 1] === true) start -= 1;
  const since = messages.slice(start);
  const before = messages.slice(0, start);
  return {
    prompt: since.filter(isPrompt).map(textOf).join("\n"),
    earlierPrompts: before.filter(isPrompt).map(textOf),
    turn: since.filter((message) => message.role === "assistant").length,
    answered: answeredCalls(since),
    earlierTools: before
      .flatMap(blocksOf)
      .filter(isToolUse)
      .map((call) => call.name),
  };
}

function isPrompt(message: RequestMessage): boolean {
  if (message.role !== "user") return false;
  const blocks = blocksOf(message);
  return blocks.length > 0 && !blocks.some(isToolResult);
}

/** Without what a program tells the model beside the prompt, as Claude Code does in these tags. */
const reminder = /<(system-reminder)>[\s\S]*?<\/\1>/g;

function textOf(message: RequestMessage): string {
  return textOfBlocks(blocksOf(message)).replace(reminder, "").trim();
}

export function textOfBlocks(blocks: readonly ContentBlock[]): string {
  return blocks
    .filter(isText)
    .map((block) => block.text)
    .join("\n");
}

function answeredCalls(messages: readonly RequestMessage[]): readonly AnsweredCall[] {
  const blocks = messages.flatMap(blocksOf);
  const results = new Map(blocks.filter(isToolResult).map((result) => [result.tool_use_id, result]));
  const own = blocks.filter(isToolUse).flatMap((call) => {
    const result = results.get(call.id);
    return result === undefined ? [] : [{ call, result }];
  });
  return [...own, ...executedCalls(blocks)];
}
