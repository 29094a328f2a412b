// How does the same request get the same ids, numbers and pace every time?

import { hash } from "node:crypto";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A hash of the parts as a hexadecimal string of 64 digits. */
export function seedOf(...parts: readonly string[]): string {
  return hash("sha256", parts.map((part) => `${part}\u0000`).join(""));
}

/** An id in the API's manner: a prefix, `01`, and 22 characters that follow from the seed. */
export function seededId(prefix: string, seed: string): string {
  const bytes = hash("sha256", `${prefix}\u0000${seed}`, "buffer");
  let id = `${prefix}01`;
  for (let at = 0; at < 22; at++) id += base58[(bytes[at] ?? 0) % 58];
  return id;
}

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
export function seededRandom(seed: string): () => number {
  let state = Number.parseInt(hash("sha256", seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
