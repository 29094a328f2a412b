// Does the caller hold the gateway's own token?

import { createHash, timingSafeEqual } from "node:crypto";
import { type HeaderPairs, valuesOf } from "./header-pairs";

export const tokenHeader = "cf-aig-authorization";

/**
 * What `cf-aig-authorization: Bearer <token>` says about the caller. A header that is there but holds no bearer token, or
 * stands there twice, is wrong and not missing.
 *
 * @param token the only right one; left out, every token is right that does not begin with `invalid`
 */
export function authorization(
  headers: HeaderPairs,
  token: string | undefined,
): "missing" | "wrong" | "right" {
  const values = valuesOf(headers, tokenHeader);
  if (values.length === 0) return "missing";
  const given = /^Bearer +(\S+)$/i.exec(values.join(", ").trim())?.[1];
  if (given === undefined) return "wrong";
  const right = token === undefined ? !given.startsWith("invalid") : equal(given, token);
  return right ? "right" : "wrong";
}

/** Takes the same time wherever the two differ. */
function equal(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
