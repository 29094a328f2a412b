// Does the caller hold an access token, or a session made with one?
import { type AccessToken, knownToken } from "./access-token";
import type { Call, Place } from "./admit";
import { ApiFailure } from "./api-failure";
import { proofHeader, tokenOfSession } from "./session";
import { sessionCookie } from "./session-cookie";
import { afterWrongToken } from "./wrong-tokens";

/** What needs no token: what a sign-in page is made of, and whether the server is up. */
const open: ReadonlySet<Place> = new Set(["asset", "entrance", "open"]);

/**
 * @returns the token; undefined where none is needed
 * @throws ApiFailure 401 with the same text whatever is wrong, 429 after many wrong tokens
 */
export function checkCredential(
  { headers, arrival }: Call,
  place: Place,
  tokens: readonly AccessToken[],
): AccessToken | undefined {
  if (open.has(place)) return undefined;
  // A run's own requests carry what its SDK sends, and nothing of ours.
  if (place === "mount" && arrival.fromOurselves) return undefined;
  const given = givenTokens(headers, place);
  for (const each of given) {
    const known = knownToken(each, tokens);
    if (known !== undefined) return known;
  }
  const proof = place === "page" ? null : (headers.get(proofHeader) ?? "");
  const known = tokenOfSession({ cookie: sessionCookie(headers), proof }, tokens, Date.now());
  if (known !== undefined) return known;
  if (given.length > 0) refuseWrongToken(arrival.peer);
  throw unauthorized();
}

/** @throws ApiFailure 401, or 429 where this address gave many wrong tokens lately */
export function refuseWrongToken(address: string): never {
  const seconds = afterWrongToken(address, Date.now());
  if (seconds === 0) throw unauthorized();
  throw new ApiFailure(
    429,
    "too_many_attempts",
    `Too many wrong access tokens came from this address: wait ${seconds} s.`,
    undefined,
    { "retry-after": String(seconds) },
  );
}

function unauthorized(): ApiFailure {
  return new ApiFailure(
    401,
    "unauthorized",
    "The access token is missing or wrong. Sign in with it, or send it: Authorization: Bearer TOKEN.",
    undefined,
    { "www-authenticate": 'Bearer realm="Toolscope"' },
  );
}

/** A client of the Messages API can send its key in two ways; with these two, the access token goes in its place. */
function givenTokens(headers: Headers, place: Place): string[] {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const key = place === "mount" ? headers.get("x-api-key") : null;
  return [bearer, key].filter((each) => each !== undefined && each !== null);
}
