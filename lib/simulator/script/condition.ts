// On which requests does a scripted reply answer?

import { z } from "zod";
import { type ContentBlock, isText, isToolResult } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";

/** Each field that is given must hold. */
export const conditionSchema = z
  .strictObject({
    /** The turn, counted from 1. */
    turn: z.number().int().min(1).optional(),
    /** Whether the last message brings a tool result with `is_error`. */
    hasErrorResult: z.boolean().optional(),
    /** The last message holds this text, in a text block or in a tool result; capitals do not matter. */
    mentions: z.string().min(1).optional(),
    /** `max_tokens` is at least this. */
    maxTokensAtLeast: z.number().int().min(0).optional(),
    /** A tool of this name is among `tools`. */
    toolPresent: z.string().min(1).optional(),
    /** No tool of this name is among `tools`. */
    toolAbsent: z.string().min(1).optional(),
    /** The model that is asked, which may be a fallback. */
    model: z.string().min(1).optional(),
    /** Whether the request names a container. */
    hasContainer: z.boolean().optional(),
  })
  .refine((condition) => Object.values(condition).some((wanted) => wanted !== undefined), {
    error: "a condition needs at least one field; to answer any request, leave `when` out",
  });

export type Condition = z.infer<typeof conditionSchema>;

/** @param turn from 0, as conversations count */
export function holds(condition: Condition, turn: number, request: MessagesRequest): boolean {
  const { hasErrorResult, mentions, maxTokensAtLeast, toolPresent, toolAbsent, hasContainer } = condition;
  const last = request.messages.at(-1);
  const blocks = last === undefined ? [] : blocksOf(last);
  const has = (name: string) => (request.tools ?? []).some((tool) => tool.name === name);
  return (
    (condition.turn === undefined || condition.turn === turn + 1) &&
    (hasErrorResult === undefined || hasErrorResult === blocks.some(isErrorResult)) &&
    (mentions === undefined || textIn(blocks).toLowerCase().includes(mentions.toLowerCase())) &&
    (maxTokensAtLeast === undefined || (request.max_tokens ?? 0) >= maxTokensAtLeast) &&
    (condition.model === undefined || condition.model === request.model) &&
    (toolPresent === undefined || has(toolPresent)) &&
    (toolAbsent === undefined || !has(toolAbsent)) &&
    (hasContainer === undefined ||
      hasContainer === (request.container !== undefined && request.container !== null))
  );
}

function isErrorResult(block: ContentBlock): boolean {
  return isToolResult(block) && block.is_error === true;
}

function textIn(blocks: readonly ContentBlock[]): string {
  return blocks
    .map((block) => {
      if (isText(block)) return block.text;
      if (!isToolResult(block)) return "";
      return typeof block.content === "string" ? block.content : textIn(block.content ?? []);
    })
    .join("\n");
}
