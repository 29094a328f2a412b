// What does the HTTP API say about a run without its whole log?
import { z } from "zod";
import { observationPointSchema } from "./header-set";
import { decisionCommands } from "./human-decision";
import { mishapSchema } from "./mishap";

export const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  fix: z.string(),
  turnId: z.string().optional(),
  requestId: z.string().optional(),
  toolCallId: z.string().optional(),
  header: z.string().optional(),
  /** The mishap that caused it: a mistake of our own loop that was switched on, to learn from. */
  mishap: mishapSchema.optional(),
  /** A sentence for the system prompt that helps against it. */
  systemPrompt: z.string().optional(),
  /** The first observation point it shows at. */
  point: observationPointSchema.optional(),
});
/** Something a pure function over the log noticed, with what to do about it. */
export type Finding = z.infer<typeof findingSchema>;

export const runSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  startedAt: z.string(),
  /** Null while the run goes on. */
  outcome: z.enum(["completed", "turn-limit", "stopped", "failed", "interrupted"]).nullable(),
  engine: z.string(),
  provider: z.string(),
  model: z.string(),
  turns: z.int(),
  calls: z.int(),
  findings: z.int(),
  durationMs: z.number(),
  /** Kept at hand by a person. */
  pinned: z.boolean().default(false),
  /** Brought here from a file, so carried out elsewhere or before it was deleted. */
  imported: z.boolean().default(false),
});
/** One row of the history. */
export type RunSummary = z.infer<typeof runSummarySchema>;

export const runChangeSchema = z.strictObject({
  /** Blank gives the title back that was made from the prompt. */
  name: z.string().trim().max(200, "give at most 200 characters").optional(),
  pinned: z.boolean().optional(),
});
/** What a person may change about a run: what it is called, and whether it is kept at hand. */
export type RunChange = z.infer<typeof runChangeSchema>;

export const runDetailSchema = runSummarySchema.extend({ findings: z.array(findingSchema) });
/** One run's summary with its findings in full. */
export type RunDetail = z.infer<typeof runDetailSchema>;

export const runCommandSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("stop") }),
  ...decisionCommands,
]);
export type RunCommand = z.infer<typeof runCommandSchema>;
