// Why did a run, a request or a response fail, in words a person can act on?
import { z } from "zod";

export const runErrorCodes = [
  "provider-unreachable",
  "authentication",
  "missing-credential",
  "provider-error",
  "unexpected-content",
  "truncated-stream",
  "malformed-stream",
  "redirected",
  "connect-timeout",
  "first-byte-timeout",
  "idle-timeout",
  "total-timeout",
  "too-large",
  "aborted",
  "refused-request",
  "internal",
] as const;

/**
 * `message` names the cause, `fix` the next step. `status`, `type` and `requestId` are the provider's own where it
 * answered; `received` is the beginning of what arrived instead of what was expected. `retryable` stands at the error
 * that ended a run: whether the same may go well another time.
 */
export type RunError = z.infer<typeof runErrorSchema>;
export const runErrorSchema = z.strictObject({
  code: z.enum(runErrorCodes),
  message: z.string(),
  fix: z.string().optional(),
  status: z.int().optional(),
  type: z.string().optional(),
  requestId: z.string().optional(),
  received: z.string().optional(),
  retryable: z.boolean().optional(),
});
export type RunErrorCode = RunError["code"];
