// Which header lines did the HTTP client really write to the socket?
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

type Pairs = [name: string, value: string][];
type WireObserver = (headers: Pairs) => void;
/** The part of undici's request that its diagnostics channel documents, and the length it computed. */
type ClientRequest = { contentLength?: number | null };

const observers = new AsyncLocalStorage<WireObserver>();
const observed = new WeakMap<ClientRequest, WireObserver>();
let subscribed = false;

/**
 * Runs an HTTP call of the built-in fetch and reports the header lines as they go out, once per request that is
 * written (undici diagnostics: `undici:request:create`, `undici:client:sendHeaders`).
 *
 * @param observer gets names and values in the order and case of the wire
 */
export function withWireObserver<Result>(observer: WireObserver, call: () => Result): Result {
  if (!subscribed) subscribeOnce();
  return observers.run(observer, call);
}

function subscribeOnce(): void {
  subscribed = true;
  // The creation runs in the caller's context, the writing in the socket's: the request object ties the two.
  subscribe("undici:request:create", (message) => {
    const observer = observers.getStore();
    if (observer !== undefined) observed.set((message as { request: ClientRequest }).request, observer);
  });
  subscribe("undici:client:sendHeaders", (message) => {
    const { request, headers } = message as { request: ClientRequest; headers: string };
    observed.get(request)?.(headerLines(headers, request));
  });
}

/** The length, or the chunked encoding, is written right after the text that the channel publishes. */
function headerLines(text: string, request: ClientRequest): Pairs {
  const pairs: Pairs = text
    .split("\r\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  const framed = pairs.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  if (!framed && typeof request.contentLength === "number") {
    pairs.push(["content-length", String(request.contentLength)]);
  }
  return pairs;
}
