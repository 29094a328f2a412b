// How do tests reach the simulator over a real socket, as a client would?

import { createServer } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { readBody } from "../read-body";
import type { Simulator } from "../simulator";

/** Serves a simulator on a loopback port of the system's choice. */
export async function serveSimulator(
  simulator: Simulator,
): Promise<{ baseURL: string; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const url = new URL(incoming.url ?? "/", "http://localhost");
    const raw = incoming.rawHeaders;
    const headers = Array.from({ length: raw.length / 2 }, (_, index): [string, string] => [
      raw[index * 2] ?? "",
      raw[index * 2 + 1] ?? "",
    ]);
    const answer = async () => {
      const response = await simulator.handle({
        method: incoming.method ?? "GET",
        path: url.pathname,
        query: url.search.slice(1),
        headers,
        body: await readBody(Readable.toWeb(incoming) as ReadableStream<Uint8Array>),
        signal: gone.signal,
      });
      outgoing.writeHead(response.status, response.headers);
      if (typeof response.body === "string") outgoing.end(response.body);
      // The DOM's and Node's stream types describe the same object.
      else
        Readable.fromWeb(response.body as NodeStream<Uint8Array>)
          .on("error", () => outgoing.destroy())
          .pipe(outgoing);
    };
    answer().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseURL: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
