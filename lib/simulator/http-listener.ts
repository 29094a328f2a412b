// How does a plain Node server put its requests to the simulator?

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { readBody } from "./read-body";
import type { Simulator } from "./simulator";

/** A listener for `node:http`: the simulator answers at the root, and hears when its caller goes. */
export function httpListener(simulator: Simulator): RequestListener {
  return (incoming, outgoing) => {
    answer(simulator, incoming, outgoing).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    );
  };
}

async function answer(
  simulator: Simulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s, 2);
  const response = await simulator.handle({
    method: incoming.method ?? "GET",
    path,
    query,
    headers: headersOf(incoming),
    // The DOM's and Node's stream types describe the same object.
    body: await readBody(Readable.toWeb(incoming) as ReadableStream<Uint8Array>),
    signal: gone.signal,
  });
  outgoing.writeHead(response.status, response.headers);
  if (typeof response.body === "string") outgoing.end(response.body);
  else
    Readable.fromWeb(response.body as NodeStream<Uint8Array>)
      .on("error", () => outgoing.destroy())
      .pipe(outgoing);
}

function headersOf({ rawHeaders }: IncomingMessage): [name: string, value: string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[index * 2] ?? "",
    rawHeaders[index * 2 + 1] ?? "",
  ]);
}
