// When is a failed request tried again, and after how long?
import { setTimeout as wait } from "node:timers/promises";
import { RunFailure } from "../recording/run-failure";
import type { SdkModule } from "./sdk-module";

/** The error classes of the SDK version that throws. */
type ErrorClasses = Pick<SdkModule, "APIError" | "APIConnectionError" | "APIUserAbortError">;

const mostAttempts = 3;
const longestWaitMs = 60_000;

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

/**
 * @param now wall-clock time in ms, for a `retry-after` that is a date
 * @returns the wait the provider asks for in ms, null where it names none
 */
export function askedDelayMs(headers: Headers | undefined, now: number): number | null {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (exact > 0) return exact;
  const asked = headers?.get("retry-after");
  if (asked === undefined || asked === null) return null;
  const delay = /^\d+(\.\d+)?$/.test(asked) ? Number(asked) * 1_000 : httpDate(asked) - now;
  return delay > 0 ? delay : null;
}

/** `Date.parse` takes far more than a date ("-5" is the year 2001): only the form HTTP knows is one. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} /.test(text) ? Date.parse(text) : Number.NaN;
}

/** @param random in [0, 1): spreads clients that failed together */
export function backoffMs(attempt: number, random: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 8_000) * (1 - random * 0.25);
}

function tooLongWait(status: number | undefined, delayMs: number): RunFailure {
  const seconds = Math.round(delayMs / 1_000).toLocaleString("en-US");
  return new RunFailure({
    code: "provider-error",
    message: `The provider asks to wait ${seconds} s before the next attempt (retry-after); longer than 60 s is not waited for.`,
    fix: "Run again later, or use a key with a higher limit.",
    ...(status === undefined ? {} : { status }),
  });
}
