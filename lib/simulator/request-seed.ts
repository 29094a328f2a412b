// What identifies a request, so that the same one gets the same bytes?

import { canonicalJson, isJsonObject } from "./json/canonical-json";
import { jsonTextFlaw } from "./json/json-text-flaw";
import { seedOf } from "./json/seed";
import type { SimulatorRequest } from "./simulator";

const maxCanonicalLength = 4 * 1024 * 1024;

/**
 * A hash of method, path and what the body means. `stream` is left out: the same question gets the same message either
 * way. Bodies that are no JSON, or very long, are taken literally.
 */
export function requestSeed({ method, path, body }: SimulatorRequest): string {
  return seedOf(method.toUpperCase(), path, meaningOf(body));
}

function meaningOf(body: string): string {
  if (body.length > maxCanonicalLength || jsonTextFlaw(body) !== undefined) return body;
  try {
    const value: unknown = JSON.parse(body);
    if (!isJsonObject(value)) return body;
    const { stream: _stream, ...rest } = value;
    return canonicalJson(rest);
  } catch (error) {
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}
