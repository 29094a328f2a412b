// What if a caller goes away before its body was read?
import type { IncomingMessage } from "node:http";

/**
 * Node tells such a request by an `error` event. Where there is a proxy.ts, Next.js has put another stream in the place of
 * the body by then, and the listeners with it: what nobody hears becomes an uncaught exception, in the log with a stack.
 * Whoever reads the body still gets the error.
 */
export function hearAborts(request: IncomingMessage): void {
  const emit = request.emit.bind(request);
  const heard = (event: string | symbol, ...rest: unknown[]): boolean =>
    event === "error" && request.listenerCount("error") === 0 ? false : emit(event, ...rest);
  // Not to be replaced along with the rest.
  Object.defineProperty(request, "emit", { get: () => heard, set: () => undefined, configurable: true });
}
