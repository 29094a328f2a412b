// What identifies a request, so that the same one gets the same bytes?

import { canonicalJson, isJsonObject } from "./json/canonical-json";
import { seedOf } from "./json/seed";
import type { ReceivedBody } from "./rulebook/body-rules";
import type { SimulatorRequest } from "./simulator";

const maxCanonicalLength = 4 * 1024 * 1024;

/**
 * A hash of method, path and what the body means. `stream` is left out: the same question gets the same message either
 * way. Bodies that are no JSON, or very long, are taken literally.
 */
export function requestSeed({ method, path }: SimulatorRequest, body: ReceivedBody): string {
  return seedOf(method.toUpperCase(), path, meaningOf(body));
}

function meaningOf({ text, parsed: { value } }: ReceivedBody): string {
  if (text.length > maxCanonicalLength || !isJsonObject(value)) return text;
  const { stream: _stream, ...rest } = value;
  return canonicalJson(rest);
}
