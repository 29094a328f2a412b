// When is a failed request tried again, and after how long?
import { setTimeout as wait } from "node:timers/promises";
import { askedDelayMs, longestWaitMs, tooLongWait } from "../recording/asked-wait";
import type { SdkModule } from "./sdk-module";

/** The error classes of the SDK version that throws. */
type ErrorClasses = Pick<SdkModule, "APIError" | "APIConnectionError" | "APIUserAbortError">;

const mostAttempts = 3;

/**
 * Repeats a request that failed before anything of its answer was used: connection errors, 408, 409, 429 and 5xx, as the
 * SDK would (`maxRetries`), but here, so that each attempt can be seen.
 *
 * @throws the last error; a RunFailure where the provider asks for a longer wait than is sensible
 */
export async function withRetries<Reply>(
  sdk: ErrorClasses,
  ask: () => Promise<Reply>,
  signal: AbortSignal,
): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === mostAttempts || !isRetryable(sdk, error)) throw error;
      const answered = error instanceof sdk.APIError ? error : null;
      const delayMs = askedDelayMs(answered?.headers, Date.now()) ?? backoffMs(attempt, Math.random());
      if (delayMs > longestWaitMs) throw tooLongWait(answered?.status, delayMs);
      await wait(delayMs, undefined, { signal });
    }
  }
}

function isRetryable(sdk: ErrorClasses, error: unknown): boolean {
  if (error instanceof sdk.APIUserAbortError) return false;
  if (error instanceof sdk.APIConnectionError) return true;
  if (!(error instanceof sdk.APIError) || error.status === undefined) return false;
  const asked = error.headers?.get("x-should-retry");
  if (asked === "true" || asked === "false") return asked === "true";
  return [408, 409, 429].includes(error.status) || error.status >= 500;
}

/** @param random in [0, 1): spreads clients that failed together */
export function backoffMs(attempt: number, random: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 8_000) * (1 - random * 0.25);
}
