// How does the simulator tell its caller which headers arrived?

import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";

export const receivedHeadersName = "x-simulator-received-headers";

/** Node refuses more than 16 kB of headers in all; this leaves room for the others. */
const maxLength = 12_000;

type ReceivedHeader = [name: string, value: string] | [name: string, digest: string, shortened: true];

/** The last encodings: a client sends the same headers again and again, and compressing takes longer than judging them. */
const encoded = new Map<string, string>();
const mostEncoded = 50;

/**
 * All headers in the order and case in which they arrived, as base64url(deflateRaw(JSON)) of `[[name, value], …]`.
 * Where that is longer than 12,000 characters, the longest values become `["name", "<SHA-256 of the value, hex>", true]`
 * until it fits: whoever knows what was sent can tell whether it arrived.
 */
export function encodeReceivedHeaders(headers: readonly (readonly [string, string])[]): string {
  const kept: ReceivedHeader[] = headers.map(([name, value]) => [name, value]);
  let text = encode(kept);
  while (text.length > maxLength && kept.length > 0) {
    const longest = indexOfLongestValue(kept);
    if (longest === undefined) kept.pop();
    else kept[longest] = shortened(kept[longest]);
    text = encode(kept);
  }
  return text;
}

function shortened([name, value]: ReceivedHeader = ["", ""]): ReceivedHeader {
  return [name, createHash("sha256").update(value, "latin1").digest("hex"), true];
}

function encode(headers: readonly ReceivedHeader[]): string {
  const text = JSON.stringify(headers);
  const known = encoded.get(text);
  if (known !== undefined) return known;
  const made = deflateRawSync(text).toString("base64url");
  if (encoded.size >= mostEncoded) encoded.delete(encoded.keys().next().value ?? "");
  encoded.set(text, made);
  return made;
}

function indexOfLongestValue(headers: readonly ReceivedHeader[]): number | undefined {
  let found: number | undefined;
  let length = 0;
  headers.forEach(([, value, isShortened], index) => {
    if (isShortened !== true && value.length > length) {
      found = index;
      length = value.length;
    }
  });
  return found;
}
