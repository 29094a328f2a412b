// Are the images of a request small enough, and images at all?

import type { ContentBlock } from "../api/content-block";
import { isJsonObject } from "../json/canonical-json";
import { placedBlocks, placeOfBlock, type RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

const maxImageBytes = 5 * 1024 * 1024;

export const imageRules: readonly Rule<RequestFacts>[] = [
  {
    number: 34,
    precondition: "an image of more than 5 MB as base64",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      for (const { path, data } of imagesIn(messages)) {
        if (data.length <= maxImageBytes) continue;
        const wording = `image exceeds 5 MB maximum: ${data.length} bytes > ${maxImageBytes} bytes`;
        return { path: `${path}.image.source.base64`, wording };
      }
      return undefined;
    },
  },
  {
    number: 34,
    precondition: "an image whose first bytes are those of no JPEG, PNG, GIF or WebP",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) =>
      imagesIn(messages).every(({ data }) => looksLikeImage(data))
        ? undefined
        : { wording: "Could not process image" },
  },
];

type PlacedImage = { readonly path: string; readonly data: string };

function imagesIn(messages: RequestFacts["request"]["messages"]): readonly PlacedImage[] {
  return placedBlocks(messages).flatMap((placed) => {
    const path = placeOfBlock(placed);
    const { type, content } = placed.block;
    const parts: readonly unknown[] = Array.isArray(content) ? content : [];
    return [
      ...imageAt(placed.block, path),
      ...parts.flatMap((part, index) => imageAt(part, `${path}.${type}.content.${index}`)),
    ];
  });
}

function imageAt(block: ContentBlock | unknown, path: string): readonly PlacedImage[] {
  if (!isJsonObject(block) || block.type !== "image" || !isJsonObject(block.source)) return [];
  const { type, data } = block.source;
  return type === "base64" && typeof data === "string" ? [{ path, data }] : [];
}

function looksLikeImage(base64: string): boolean {
  const head = Buffer.from(base64.slice(0, 24), "base64").toString("latin1");
  return (
    head.startsWith("\u00ff\u00d8\u00ff") ||
    head.startsWith("\u0089PNG\r\n\u001a\n") ||
    head.startsWith("GIF8") ||
    (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP")
  );
}
