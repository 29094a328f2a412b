// How does one request go to the provider, byte by byte?

import * as http from "node:http";
import * as https from "node:https";
import { urlToHttpOptions } from "node:url";
import type { Body } from "./body";
import { errorCodes, GatewayRefusal } from "./gateway-error";
import type { HeaderPairs } from "./header-pairs";
import { pour } from "./pour";

export type ForwardedRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderPairs;
  /** Sent as it comes, or at once where it is whole. */
  readonly body: Body | Buffer | null;
  readonly timeoutMs: number | undefined;
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal;
};

const maxHeaderSize = 64 * 1024;

/**
 * Sends a request and resolves with the answer's head; its body is then read at the caller's pace. Redirects are answers
 * like any other. A connection that breaks off later breaks the body off with the same error.
 *
 * @throws GatewayRefusal 502 where the provider cannot be reached, 504 where it is too slow, and what the body threw
 */
export function forward(asked: ForwardedRequest): Promise<http.IncomingMessage> {
  const { method, url, headers, body, signal } = asked;
  signal.throwIfAborted();
  const { request: open } = url.protocol === "https:" ? https : http;
  const request = open({
    ...urlToHttpOptions(url),
    method,
    headers: headers.flat(),
    agent: false,
    maxHeaderSize,
  });
  return new Promise((resolve, reject) => {
    let answer: http.IncomingMessage | undefined;
    const timer =
      asked.timeoutMs === undefined
        ? undefined
        : setTimeout(() => request.destroy(tooSlow(asked.timeoutMs)), asked.timeoutMs);
    const onAbort = () => request.destroy(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    request.on("response", (response) => {
      answer = response;
      clearTimeout(timer);
      resolve(response);
    });
    request.on("error", (error) => {
      if (answer !== undefined) answer.destroy(error);
      else reject(signal.aborted || error instanceof GatewayRefusal ? error : unreachable(url, error));
    });
    request.on("close", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    });
    if (body === null || Buffer.isBuffer(body)) request.end(body ?? undefined);
    else pour(body, request).catch((error: Error) => request.destroy(error));
  });
}

function unreachable({ origin }: URL, cause: Error & { code?: string }): GatewayRefusal {
  const message = `The provider at ${origin} gives no answer: ${cause.message || cause.code}.`;
  return new GatewayRefusal(502, errorCodes.unreachable, message, { cause });
}

function tooSlow(timeoutMs: number | undefined): GatewayRefusal {
  const message = `The provider sent nothing within ${timeoutMs} ms (cf-aig-request-timeout).`;
  return new GatewayRefusal(504, errorCodes.tooSlow, message);
}
