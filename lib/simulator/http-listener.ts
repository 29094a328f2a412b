// How does a plain Node server put its requests to the simulator?

import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { maxBodyBytes } from "./rulebook/body-rules";
import type { Simulator } from "./simulator";
import type { Chunks } from "./stream/stream-bytes";

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
  outgoing.on("close", () => outgoing.writableFinished || gone.abort());
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s, 2);
  const response = await simulator.handle({
    method: incoming.method ?? "GET",
    path,
    query,
    headers: headersOf(incoming),
    body: await bodyOf(incoming),
    // Made when it is asked for: an answer that is there at once does without.
    get signal() {
      return gone.signal;
    },
  });
  outgoing.writeHead(response.status, response.headers);
  if (typeof response.body === "string") outgoing.end(response.body);
  else if (response.body instanceof ReadableStream) await send(response.body, outgoing);
  else await sendAtOnce(response.body, outgoing);
}

/** Reading ends just past the size limit: what is handed on is then too long, and is refused for it. */
function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    incoming.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= maxBodyBytes) return;
      incoming.removeAllListeners("data").pause();
      resolve(Buffer.concat(chunks, maxBodyBytes + 1).toString("latin1"));
    });
    incoming.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    incoming.once("error", reject);
  });
}

/** Write by write, as fast as the caller reads. A body that breaks off breaks the connection off. */
async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const closed = closing(outgoing);
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (outgoing.destroyed) return reader.cancel();
    if (!outgoing.write(read.value)) await Promise.race([once(outgoing, "drain"), closed]);
  }
  outgoing.end();
}

/** Chunk by chunk, for each is written where the last one stood, and so has to have left. */
async function sendAtOnce(chunks: Chunks, outgoing: ServerResponse): Promise<void> {
  const closed = closing(outgoing);
  for (const { bytes, isLast } of chunks) {
    const left = new Promise<unknown>((resolve) => {
      if (isLast) outgoing.end(bytes, () => resolve(undefined));
      else outgoing.write(bytes, resolve);
    });
    await Promise.race([left, closed]);
    if (outgoing.destroyed) return;
  }
}

/** Never fails, so that nobody need wait for it. */
function closing(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => outgoing.once("close", resolve));
}

function headersOf({ rawHeaders }: IncomingMessage): [name: string, value: string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[index * 2] ?? "",
    rawHeaders[index * 2 + 1] ?? "",
  ]);
}
