// How is what the model will say written down beforehand?

import { z } from "zod";
import { faultSchema } from "../faults/fault";
import { conditionSchema } from "./condition";

/**
 * One block of a scripted reply. Ids, signatures and empty inputs are made where they are left out; kinds the API does
 * not have are passed on as they are, so that a script can also show what a client does with something new.
 */
const scriptBlockSchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  text: z.string().optional(),
  thinking: z.string().optional(),
  input: z.record(z.string(), z.unknown()).optional(),
});

const paceSchema = z.strictObject({
  /** Milliseconds until the first byte of a reply. */
  timeToFirstTokenMs: z.number().min(0).max(600_000),
  /** Tokens per second; 0 is as fast as the reader reads. */
  tokensPerSecond: z.number().min(0),
});

const scriptTurnSchema = z.strictObject({
  /** Answers every request for which this holds, ahead of the entries that are matched by turn. */
  when: conditionSchema.optional(),
  /** How this turn fails; only for an entry that is matched by turn. With `attempt: 1` the next attempt is answered. */
  fault: faultSchema.omit({ turn: true }).optional(),
  content: z.array(scriptBlockSchema).max(1_000),
  /** Left out: `tool_use` where the content holds a tool call, else `end_turn`. */
  stop_reason: z.string().min(1).optional(),
  stop_sequence: z.string().optional(),
  stop_details: z.record(z.string(), z.unknown()).optional(),
  container: z.record(z.string(), z.unknown()).optional(),
  /** Overrides single counters of the usage that is otherwise estimated. */
  usage: z.record(z.string(), z.unknown()).optional(),
  /** Milliseconds until the first byte of this turn. */
  delayMs: z.number().min(0).max(600_000).optional(),
  tokensPerSecond: z.number().min(0).optional(),
});

/**
 * A script: what the model says on each turn. The turn is the number of assistant messages since the last real user
 * prompt, that is since the last user message that holds something but no tool result. A new prompt starts over.
 */
export const scriptSchema = z.strictObject({
  turns: z
    .array(
      scriptTurnSchema.refine(({ when, fault }) => when === undefined || fault === undefined, {
        path: ["fault"],
        error: "an entry with `when` cannot carry a fault: give the fault to a turn without `when`",
      }),
    )
    .min(1)
    .max(1_000),
  pace: paceSchema.optional(),
});

export type Script = z.infer<typeof scriptSchema>;
export type ScriptTurn = Script["turns"][number];
export type Pace = z.infer<typeof paceSchema>;
