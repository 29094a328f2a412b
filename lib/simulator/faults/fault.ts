// Which failures of a provider can be ordered, and when?

import { z } from "zod";
import { accountConditions } from "../account/account-conditions";

export const faultKinds = [
  "status",
  "mid-stream-error",
  "cut",
  "reset",
  "stall",
  "garbage",
  "wrong-content-type",
  "empty-body",
  "slow-headers",
  "unknown-event",
] as const;

export const faultSchema = z.strictObject({
  /** Which turn of a prompt fails, counted from 1; left out, every turn does. */
  turn: z.number().int().min(1).optional(),
  /** Which attempt at that turn fails, counted from 1; left out, every attempt does. */
  attempt: z.number().int().min(1).optional(),
  kind: z.enum(faultKinds),
  /** For `status` and `mid-stream-error`; left out, 529. */
  status: z.number().int().min(400).max(599).optional(),
  /** For `status`: a condition of the account, which brings status, code, wording and `retry-after` with it. */
  condition: z.enum(accountConditions.map(({ name }) => name)).optional(),
  /** Seconds, sent as `retry-after` with a `status` fault. */
  retryAfter: z.number().min(0).max(3_600).optional(),
  /** How many stream events arrive before the failure; left out, half of those of the first tool call, or of the reply. */
  afterEvents: z.number().int().min(0).optional(),
  /** For `slow-headers` how long, for `stall` when it goes on again; left out, 10 s and never. */
  delayMs: z.number().int().min(0).max(600_000).optional(),
});

export type Fault = z.infer<typeof faultSchema>;
