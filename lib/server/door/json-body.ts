// What did the caller send as JSON?
import { depthExceeds } from "../json-depth";
import { ApiFailure } from "./api-failure";
import { unpackedBody } from "./unpacked-body";

const mostBytes = 32 * 1024 * 1024;
/** Read to its end although it is refused: a client that is still sending would see a broken connection, not the answer. */
const mostDrained = 4 * mostBytes;
/** Levels of nesting that any JSON from outside may have. */
export const deepest = 200;

/**
 * Reads a body whole or refuses it.
 *
 * @throws ApiFailure 415 where it is not sent as JSON, 413 over 32 MB, 400 where it is no JSON or nested too deeply
 */
export async function jsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiFailure(
      415,
      "unsupported_media_type",
      "Send the body as JSON, with content-type: application/json.",
    );
  }
  const text = await boundedText(request);
  const value = parsedJson(text);
  if (depthExceeds(value, deepest)) {
    throw new ApiFailure(400, "too_deep", `The body is nested more than ${deepest} levels deep: flatten it.`);
  }
  return value;
}

/**
 * Reads a body of JSON lines whole or refuses it.
 *
 * @throws ApiFailure 415 where it is not sent as JSON lines, 413 over 32 MB
 */
export async function linesBody(request: Request): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(x-ndjson|jsonl)\s*(;|$)/i.test(type)) {
    throw new ApiFailure(
      415,
      "unsupported_media_type",
      "Send the body as JSON lines, with content-type: application/x-ndjson.",
    );
  }
  return boundedText(request);
}

/** What it unpacks to counts against the limit, not what it was packed into. */
async function boundedText(request: Request): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of unpackedBody(request)) {
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
    if (bytes > mostDrained) break;
  }
  if (bytes > mostBytes) throw new ApiFailure(413, "too_large", "The body is larger than 32 MB: send less.");
  return Buffer.concat(parts).toString("utf8");
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = error instanceof SyntaxError ? /at position \d+/.exec(error.message)?.[0] : undefined;
    const where = text === "" ? "it is empty" : (place ?? "it ends too early or holds something else");
    throw new ApiFailure(400, "invalid_json", `The body is not valid JSON: ${where}.`);
  }
}
