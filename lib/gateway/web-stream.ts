// How does a Node stream become the body of a web response?

import type { Readable } from "node:stream";

/** Reads a chunk when one is asked for, ends in error where the stream does, and closes the stream when nobody reads on. */
export function webStream(body: Readable | null): ReadableStream<Uint8Array> | null {
  if (body === null) return null;
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void body.destroy(),
    },
    { highWaterMark: 0 },
  );
}
