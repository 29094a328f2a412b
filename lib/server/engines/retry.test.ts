import * as sdk from "@anthropic-ai/sdk";
import { expect, test } from "vitest";
import { askedDelayMs } from "../recording/asked-wait";
import { backoffMs, withRetries } from "./retry";

const apiError = (status: number, headers: Record<string, string> = {}) =>
  sdk.APIError.generate(
    status,
    { error: { type: "x", message: "x" } },
    "x",
    new Headers({ "retry-after-ms": "1", ...headers }),
  );

async function attempts(error: unknown): Promise<number> {
  let count = 0;
  const ask = async () => {
    count += 1;
    throw error;
  };
  await expect(withRetries(sdk, ask, new AbortController().signal)).rejects.toBe(error);
  return count;
}

test.each([408, 409, 429, 500, 503, 529])("status %i is tried three times", async (status) => {
  expect(await attempts(apiError(status))).toBe(3);
});

test.each([400, 401, 403, 404, 413, 422])("status %i is not tried again", async (status) => {
  expect(await attempts(apiError(status))).toBe(1);
});

test("x-should-retry decides over the status", async () => {
  expect(await attempts(apiError(529, { "x-should-retry": "false" }))).toBe(1);
  expect(await attempts(apiError(400, { "x-should-retry": "true" }))).toBe(3);
});

test("retry-after is read as seconds or as a date", () => {
  const wait = (headers: Record<string, string>, now = 0) => askedDelayMs(new Headers(headers), now);
  expect(wait({ "retry-after": "2" })).toBe(2_000);
  expect(wait({ "retry-after": "Thu, 01 Jan 1970 00:00:05 GMT" }, 1_000)).toBe(4_000);
  expect(wait({ "retry-after": "-5" })).toBeNull();
  expect(wait({ "retry-after": "soon" })).toBeNull();
  expect(wait({ "retry-after": "9", "retry-after-ms": "12.5" })).toBe(12.5);
});

test("a wait of more than a minute is refused with the number", async () => {
  const ask = () =>
    Promise.reject(sdk.APIError.generate(429, {}, "x", new Headers({ "retry-after": "3600" })));
  await expect(withRetries(sdk, ask, new AbortController().signal)).rejects.toThrow("3,600 s");
});

test("a stop ends the wait at once", async () => {
  const controller = new AbortController();
  const started = performance.now();
  const running = withRetries(
    sdk,
    () => Promise.reject(apiError(529, { "retry-after-ms": "30000" })),
    controller.signal,
  );
  setTimeout(() => controller.abort(), 20);
  await expect(running).rejects.toThrow();
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("the backoff doubles up to eight seconds and is spread by a quarter", () => {
  expect([1, 2, 3, 9].map((attempt) => backoffMs(attempt, 0))).toEqual([500, 1_000, 2_000, 8_000]);
  expect(backoffMs(1, 1)).toBe(375);
});
