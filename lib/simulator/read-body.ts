// How is a request's body read without taking in more than the API allows?

import { maxBodyBytes } from "./rulebook/body-rules";

/**
 * The body as text. Reading ends just past the size limit: what is handed on is then too long, and is refused for it.
 */
export async function readBody(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (body === null) return "";
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= maxBodyBytes) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    chunks.push(value);
    length += value.byteLength;
  }
  await reader.cancel();
  return Buffer.concat(chunks, maxBodyBytes + 1).toString("latin1");
}
