// How does a browser that has signed in show it, so that its cookie alone is worth nothing?
import { createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import type { AccessToken } from "./access-token";

/**
 * Two halves. Browsers send the cookie to every port of the host; the proof is kept in the page's own storage, which has
 * an origin, and is sent as a header. Both follow from the access token: every server with that token knows them, also
 * after a restart, and another token ends them.
 */
export type Session = { readonly cookie: string; readonly proof: string };

export const sessionSeconds = 7 * 24 * 60 * 60;
export const proofHeader = "x-toolscope-proof";

/** @param now wall-clock time in ms */
export function newSession({ scope, token }: AccessToken, now: number): Session {
  const expires = Math.floor(now / 1_000) + sessionSeconds;
  const content = [expires, scope, randomBytes(16).toString("base64url")].join(".");
  return { cookie: `${content}.${mac(token, "cookie", content)}`, proof: mac(token, "proof", content) };
}

/**
 * @param proof what the page sent, or null where only the cookie has to be right: for pages, which hold no data
 * @returns the token that the session was opened with; undefined where it is none, or no longer one
 */
export function tokenOfSession(
  { cookie, proof }: { readonly cookie: string; readonly proof: string | null },
  tokens: readonly AccessToken[],
  now: number,
): AccessToken | undefined {
  const [, content = "", expires = "", scope = "", signature = ""] =
    /^((\d{1,12})\.([\w-]*)\.[\w-]{1,64})\.([\w-]{1,64})$/.exec(cookie) ?? [];
  const found = tokens.find((each) => each.scope === scope);
  if (found === undefined || content === "" || Number(expires) * 1_000 < now) return undefined;
  if (!sameText(signature, mac(found.token, "cookie", content))) return undefined;
  if (proof !== null && !sameText(proof, mac(found.token, "proof", content))) return undefined;
  return found;
}

const keys = new Map<string, Buffer>();

/** A cookie that falls into wrong hands must not be a quick way to try out tokens: the key costs its time to make. */
function mac(token: string, purpose: "cookie" | "proof", content: string): string {
  const key = keys.get(token) ?? scryptSync(token, "toolscope session", 32);
  keys.set(token, key);
  return createHmac("sha256", key).update(`${purpose}\n${content}`).digest("base64url");
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
