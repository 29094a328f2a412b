// What does a tool's own code receive, and what may it give back?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolContext } from "./tool";

/**
 * The code behind a tool. The input fits the tool's schema. The signal in the context fires when the call timed out
 * or the run was stopped; what is logged or returned after that is dropped.
 *
 * Gives back text, any JSON value, an array of Messages API content blocks, or nothing. Throws, preferably a
 * `ToolFailure`, where it cannot answer.
 */
export type ToolHandle = (input: JsonObject, context: ToolContext) => unknown;
