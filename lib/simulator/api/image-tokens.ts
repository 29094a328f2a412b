// How many tokens does an image cost?

import { isJsonObject } from "../json/canonical-json";

const pixelsPerToken = 750;
const longestEdge = 1_568;
const tokensOfUnknownSize = 1_540;
/** Enough to reach the size of most JPEGs, which stands behind their metadata. */
const headLength = 64 * 1024;

type Size = { readonly width: number; readonly height: number };

/** Width times height by 750, after scaling to 1,568 pixels at the longer edge; a usual size where none can be read. */
export function imageTokens(source: unknown): number {
  if (!isJsonObject(source) || source.type !== "base64" || typeof source.data !== "string")
    return tokensOfUnknownSize;
  const size = sizeOf(Buffer.from(source.data.slice(0, headLength), "base64"));
  if (size === undefined || size.width * size.height === 0) return tokensOfUnknownSize;
  const scale = Math.min(1, longestEdge / Math.max(size.width, size.height));
  return Math.max(1, Math.ceil((size.width * size.height * scale * scale) / pixelsPerToken));
}

function sizeOf(bytes: Buffer): Size | undefined {
  const head = bytes.toString("latin1", 0, 16);
  if (head.startsWith("\u0089PNG") && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (head.startsWith("GIF8") && bytes.length >= 10)
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (head.startsWith("RIFF") && head.endsWith("WEBPVP8X") && bytes.length >= 30)
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return head.startsWith("\u00ff\u00d8") ? jpegSize(bytes) : undefined;
}

/** The size stands in the first start-of-frame segment. */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
