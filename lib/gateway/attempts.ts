// How often is a request tried before its answer is handed back?

import type { IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type ForwardedRequest, forward } from "./forward";
import { GatewayRefusal } from "./gateway-error";
import type { Settings } from "./settings";

/**
 * Tries up to `maxAttempts` times, as the request asked: where the provider cannot be reached, is too slow, or answers 408,
 * 409, 429 or 5xx. The last of several attempts has no time limit (Cloudflare: request handling).
 *
 * @param request its body is whole where there may be several attempts
 */
export async function attempts(
  request: Omit<ForwardedRequest, "timeoutMs">,
  settings: Settings,
): Promise<{ readonly answer: IncomingMessage; readonly count: number }> {
  const { maxAttempts, timeoutMs } = settings;
  for (let count = 1; ; count += 1) {
    const last = count >= maxAttempts;
    try {
      const limit = last && maxAttempts > 1 ? undefined : timeoutMs;
      const answer = await forward({ ...request, timeoutMs: limit });
      if (last || !isWorthAnother(answer.statusCode ?? 0)) return { answer, count };
      answer.destroy();
    } catch (error) {
      if (last || !(error instanceof GatewayRefusal) || error.status < 500) throw error;
    }
    await wait(delayMs(settings, count), undefined, { signal: request.signal });
  }
}

function isWorthAnother(status: number): boolean {
  return [408, 409, 429].includes(status) || status >= 500;
}

/** @param failed how many attempts have failed @returns at most five seconds, as the delay itself */
export function delayMs(
  { retryDelayMs, backoff }: Pick<Settings, "retryDelayMs" | "backoff">,
  failed: number,
) {
  const factors = { constant: 1, linear: failed, exponential: 2 ** (failed - 1) };
  return Math.min(retryDelayMs * factors[backoff], 5_000);
}
