// How does a test ask through the guard, and note who was asked?
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { guardedFetch, type OutboundRequest } from "../guarded-fetch";
import { type OutboundPolicy, originsIn } from "../outbound-policy";

type Server = {
  readonly origin: string;
  readonly port: number;
  readonly hits: IncomingMessage[];
  readonly close: (done: () => void) => void;
};
/** A trap that notes every request; a pass often means that it noted none. */
export async function serve(
  answer: RequestListener = (_, response) => response.end("reached"),
  host = "127.0.0.1",
) {
  const hits: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    hits.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const close = (done: () => void) => void server.close(() => done());
  return { origin: `http://127.0.0.1:${port}`, port, hits, close } satisfies Server;
}

export const policyFor = (typed: string, local = true): OutboundPolicy => ({
  typed: originsIn(typed),
  local,
  allowed: new Set(),
});
export const team: OutboundPolicy = { typed: new Set(), local: false, allowed: new Set() };

export function ask(
  url: string,
  policy: OutboundPolicy,
  request: Partial<OutboundRequest> = {},
  names: Record<string, string[]> = {},
) {
  return guardedFetch(
    { url, method: "GET", headers: [], body: null, ...request },
    {
      policy,
      signal: AbortSignal.timeout(5_000),
      resolve: async (host) => names[host] ?? Promise.reject(new Error(`${host} is unknown`)),
    },
  );
}
