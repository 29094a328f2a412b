// How are all events of a stream made at once, thousands of them, in about the time it takes to send them?

import { fillIn, fillingOf, type Memory, viewOf } from "./fill-in";
import type { StreamPart } from "./stream-part";

export type Chunk = { readonly bytes: Uint8Array<ArrayBuffer>; readonly isLast: boolean };
export type Chunks = Iterable<Chunk>;

/** Touching memory for the first time takes longer than writing into it, so it is used again. */
const spare: Memory[] = [];
const mostSpare = 8;
const chunkBytes = 128 * 1024;

/**
 * The bytes of a whole stream, exactly what its frames are, in a few chunks. **The next chunk is written where the last
 * one stood**: each has to be used up, or copied, before another is asked for.
 */
export function* streamBytes(parts: readonly StreamPart[]): Generator<Chunk> {
  const memory = spare.pop() ?? freshMemory();
  try {
    yield* chunksIn(memory, parts);
  } finally {
    if (spare.length < mostSpare) spare.push(memory);
  }
}

function freshMemory(): Memory {
  const bytes = Buffer.allocUnsafeSlow(chunkBytes);
  return { bytes, view: viewOf(bytes) };
}

function* chunksIn(memory: Memory, parts: readonly StreamPart[]): Generator<Chunk> {
  const { bytes } = memory;
  let written = 0;
  for (const part of parts) {
    if (!("delta" in part)) {
      const length = Buffer.byteLength(part.text);
      if (written + length > chunkBytes) {
        yield { bytes: bytes.subarray(0, written), isLast: false };
        written = 0;
      }
      // A block that comes whole may be longer than any chunk.
      if (length > chunkBytes) yield { bytes: Buffer.from(part.text), isLast: false };
      else written += bytes.write(part.text, written);
      continue;
    }
    const filling = fillingOf(part);
    for (;;) {
      written = fillIn(filling, memory, written);
      if (filling.at >= part.text.length) break;
      yield { bytes: bytes.subarray(0, written), isLast: false };
      written = 0;
    }
  }
  yield { bytes: bytes.subarray(0, written), isLast: true };
}
