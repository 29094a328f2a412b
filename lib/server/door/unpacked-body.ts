// What does a body hold that may be packed?
import { ApiFailure } from "./api-failure";

/**
 * The body's bytes, unpacked; limits are those of whoever reads.
 *
 * @throws ApiFailure 415 for a kind of packing that is not known; 400 while it is read where it is broken
 */
export async function* unpackedBody({ headers, body }: Request): AsyncGenerator<Uint8Array> {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  if (body === null) return;
  if (encoding === "identity") {
    yield* body as unknown as AsyncIterable<Uint8Array>;
    return;
  }
  if (encoding !== "gzip" && encoding !== "deflate") {
    throw new ApiFailure(
      415,
      "unsupported_encoding",
      `Bodies packed as "${encoding.slice(0, 40)}" are not read: send it as gzip or unpacked.`,
    );
  }
  const unpacking = new DecompressionStream(encoding) as ReadableWritablePair<Uint8Array, Uint8Array>;
  try {
    yield* body.pipeThrough(unpacking) as unknown as AsyncIterable<Uint8Array>;
  } catch {
    throw new ApiFailure(400, "invalid_encoding", `The body is not valid ${encoding}: pack it again.`);
  }
}
