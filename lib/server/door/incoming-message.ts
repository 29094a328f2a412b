// What did the HTTP server receive before the framework turned it into a Request?
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { type Arrival, arrivalOf } from "./arrival";
import { hearAborts } from "./caller-gone";

// One storage per process: the instrumentation hook and the route handlers are bundled apart.
const storageKey = Symbol.for("toolscope.incoming-message");
type Holder = typeof globalThis & { [storageKey]?: AsyncLocalStorage<IncomingMessage> };
const holder: Holder = globalThis;

/**
 * Remembers, for everything that happens while a request is answered, the message Node's server parsed. The framework's
 * `Request` has lower-cased header names, so case, order and repeats can only be had here.
 */
export function rememberIncomingMessages(): void {
  if (holder[storageKey] !== undefined) return;
  const storage = new AsyncLocalStorage<IncomingMessage>();
  holder[storageKey] = storage;
  // Published synchronously just before the server's `request` event, in the same execution.
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    hearAborts(request);
    storage.enterWith(request);
  });
}

function incomingMessage(): IncomingMessage | undefined {
  return holder[storageKey]?.getStore();
}

/** @returns names and values in the order and case they arrived in, repeats kept */
export function rawHeadersOf(request: Request): [name: string, value: string][] {
  const raw = incomingMessage()?.rawHeaders;
  if (raw === undefined) return [...request.headers];
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    raw[2 * index] ?? "",
    raw[2 * index + 1] ?? "",
  ]);
}

/** @returns the connection the call came over; that of a program on this machine where there is none, as in a test */
export function arrivalOfCall(): Arrival {
  const socket = incomingMessage()?.socket;
  if (socket === undefined) {
    const port = Number(process.env.PORT ?? 3000);
    return { address: "127.0.0.1", port, peer: "127.0.0.1", fromOurselves: false };
  }
  return arrivalOf(socket);
}

/** @returns the address under which this server reaches itself by its own port, such as `http://127.0.0.1:3000` */
export function ownOrigin(): string {
  const { address, port } = arrivalOfCall();
  const name = address.includes(":") ? `[${address}]` : address;
  return `http://${name}:${port}`;
}
