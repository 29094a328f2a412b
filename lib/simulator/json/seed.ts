// How does the same request get the same ids, numbers and pace every time?

import { createHash } from "node:crypto";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A hash of the parts as a hexadecimal string of 64 digits. */
export function seedOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\u0000");
  return hash.digest("hex");
}

/** An id in the API's manner: a prefix, `01`, and 22 characters that follow from the seed. */
export function seededId(prefix: string, seed: string): string {
  const bytes = createHash("sha256").update(`${prefix}\u0000${seed}`).digest();
  const tail = Array.from(bytes.subarray(0, 22), (byte) => base58[byte % 58]).join("");
  return `${prefix}01${tail}`;
}

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
export function seededRandom(seed: string): () => number {
  let state = Number.parseInt(createHash("sha256").update(seed).digest("hex").slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
