// How long does a provider ask to wait before the next attempt, and when is that too long?
import { RunFailure } from "./run-failure";

/** A longer wait is not waited for. */
export const longestWaitMs = 60_000;

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

export function tooLongWait(status: number | undefined, delayMs: number): RunFailure {
  const seconds = Math.round(delayMs / 1_000).toLocaleString("en-US");
  return new RunFailure({
    code: "provider-error",
    message: `The provider asks to wait ${seconds} s before the next attempt (retry-after); longer than 60 s is not waited for.`,
    fix: "Run again later, or use a key with a higher limit.",
    ...(status === undefined ? {} : { status }),
  });
}
