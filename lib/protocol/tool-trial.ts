// What may the calls of the tool workbench say, and what do they answer?
import { z } from "zod";
import { headerEntrySchema } from "./header-entry";
import { providerSchema } from "./run-request";
import { builtinToolNameSchema, runToolSchema, toolDefinitionSchema } from "./tool-definition";
import { toolResultSchema } from "./tool-result";

/** The body of `POST /api/tools/try`: a tool alone, called `times` at once with one input. */
export type ToolTrial = z.infer<typeof toolTrialSchema>;
export const toolTrialSchema = z.strictObject({
  tool: z.union([builtinToolNameSchema, toolDefinitionSchema]),
  /** Any JSON value: what does not fit the schema is answered as in a run. */
  input: z.unknown(),
  times: z.int().min(1).max(100).default(1),
  /** Milliseconds for each call. */
  timeoutMs: z.int().min(1).max(600_000).default(30_000),
});

/**
 * A line of the answer, which is NDJSON: `at` is milliseconds since the calls were started together; calls are told apart
 * by `call`, counted from 0.
 */
export type TrialEvent = z.infer<typeof trialEventSchema>;
export const trialEventSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("start"), call: z.int(), at: z.number(), toolCallId: z.string() }),
  z.strictObject({ type: z.literal("log"), call: z.int(), at: z.number(), line: z.string() }),
  z.strictObject({ type: z.literal("end"), call: z.int(), at: z.number(), result: toolResultSchema }),
]);

/** The body of `POST /api/tools/check`: any value; what is wrong with it as a tool is the answer. */
export const toolCheckSchema = z.strictObject({ tool: z.unknown() });

export type ToolProblem = z.infer<typeof toolProblemSchema>;
export const toolProblemSchema = z.strictObject({
  /** As in a tool definition: `inputSchema`, `inputExamples.0`, `handler.source`. */
  field: z.string(),
  message: z.string(),
  /** Where the field is a text with lines: which, counted from 1. */
  line: z.int().optional(),
});

/** The body of `POST /api/tools/count`: what definitions cost in tokens, by the provider's own count. */
export type ToolCount = z.infer<typeof toolCountSchema>;
export const toolCountSchema = z.strictObject({
  tools: z.array(runToolSchema).min(1).max(10_000),
  model: z.string().min(1).max(200),
  provider: providerSchema,
  /** What the setup sends on every request: some gateways want a token of their own. */
  headers: z.array(headerEntrySchema).max(200).default([]),
});

/** Its answer: the tokens of a short request with the tools, and how many of them are the tools'. */
export type CountedTools = { readonly inputTokens: number; readonly toolTokens: number };
