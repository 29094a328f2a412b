// What does the answer of a server become as a tool result?
import type { OutboundResponse } from "../outbound/guarded-fetch";
import { ToolFailure } from "./tool-failure";

const imageTypes = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const mostErrorCharacters = 2_000;

/**
 * @returns text as text, JSON too; an image or PDF as its block; nothing for an empty answer
 * @throws ToolFailure for a status that is no success, with the beginning of what the server said, and for other bytes
 */
export function httpResult(response: OutboundResponse): unknown {
  const { status, statusText, body, url } = response;
  const type = contentType(response);
  if (status < 200 || status > 299) {
    const said = isText(type) ? new TextDecoder().decode(body).slice(0, mostErrorCharacters).trim() : "";
    const place = new URL(url);
    throw new ToolFailure(
      `Error: ${place.origin}${place.pathname} answered ${status} ${statusText}`.trim() +
        (said === "" ? "." : `: ${said}`),
    );
  }
  if (body.length === 0) return undefined;
  if (imageTypes.has(type)) return [block("image", type, body)];
  if (type === "application/pdf") return [block("document", type, body)];
  if (isText(type)) return new TextDecoder().decode(body);
  throw new ToolFailure(
    `Error: the answer is ${body.length.toLocaleString("en-US")} bytes of ${type}, which a model cannot read.`,
  );
}

function block(kind: "image" | "document", mediaType: string, body: Uint8Array) {
  const data = Buffer.from(body).toString("base64");
  return { type: kind, source: { type: "base64", media_type: mediaType, data } };
}

function contentType({ headers }: OutboundResponse): string {
  const value = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "text/plain";
  return value.split(";")[0]?.trim().toLowerCase() ?? "";
}

function isText(type: string): boolean {
  return (
    type.startsWith("text/") || /[/+](json|xml|yaml|javascript|x-ndjson|x-www-form-urlencoded)$/.test(type)
  );
}
