// How does a plain Node server put its requests to the simulator?

import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { maxBodyBytes } from "./rulebook/body-rules";
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
    body: await bodyOf(incoming),
    signal: gone.signal,
  });
  outgoing.writeHead(response.status, response.headers);
  if (typeof response.body === "string") outgoing.end(response.body);
  else await send(response.body, outgoing, gone.signal);
}

/** Reading ends just past the size limit: what is handed on is then too long, and is refused for it. */
async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBodyBytes) return Buffer.concat(chunks, maxBodyBytes + 1).toString("latin1");
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Write by write, as fast as the caller reads. A body that breaks off breaks the connection off. */
async function send(
  body: ReadableStream<Uint8Array>,
  outgoing: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (gone.aborted) return reader.cancel();
    if (outgoing.write(read.value)) continue;
    await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
  }
  outgoing.end();
}

function headersOf({ rawHeaders }: IncomingMessage): [name: string, value: string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[index * 2] ?? "",
    rawHeaders[index * 2 + 1] ?? "",
  ]);
}
