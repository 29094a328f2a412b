// How does a request's body get through without growing past the limit?

import { errorCodes, GatewayRefusal } from "./gateway-error";
import { type HeaderPairs, valuesOf } from "./header-pairs";

/** What the Messages API takes at most. */
export const maxBodyBytes = 32 * 1024 * 1024;

export type Body = AsyncIterable<Uint8Array>;

/** Hands the chunks on as they come. @throws GatewayRefusal 413 once they are too many, or said to be */
export async function* limited(body: Body, headers: HeaderPairs): Body {
  if (Number(valuesOf(headers, "content-length")[0] ?? 0) > maxBodyBytes) throw tooLarge();
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) throw tooLarge();
    yield chunk;
  }
}

/** The whole body in memory, for what has to be sent again or compared. */
export async function collected(body: Body): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tooLarge(): GatewayRefusal {
  const message = `The request is larger than ${maxBodyBytes / 1024 / 1024} MB, which no provider takes.`;
  return new GatewayRefusal(413, errorCodes.tooLarge, message);
}
