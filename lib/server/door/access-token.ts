// Which access tokens are there, and is this one of them?
import { createHash, timingSafeEqual } from "node:crypto";

/** Whoever has the token sees the runs of its scope. The scope of the one unnamed token is blank, and sees all runs. */
export type AccessToken = { readonly scope: string; readonly token: string };

const shortestToken = 8;

/**
 * @param one the value of `TOOLSCOPE_ACCESS_TOKEN`
 * @param named that of `TOOLSCOPE_ACCESS_TOKENS`: `name=token`, separated by commas or spaces
 * @throws Error naming the variable, never the token
 */
export function accessTokens(one: string, named: string): AccessToken[] {
  const tokens = [
    ...(one === "" ? [] : [{ scope: "", token: one }]),
    ...named
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(namedToken),
  ];
  if (one !== "" && (one.length < shortestToken || /\s/.test(one))) {
    throw new Error(`TOOLSCOPE_ACCESS_TOKEN: ${tokenRule}`);
  }
  for (const kind of ["scope", "token"] as const) {
    if (new Set(tokens.map((each) => each[kind])).size < tokens.length) {
      throw new Error(
        `TOOLSCOPE_ACCESS_TOKENS: each ${kind === "scope" ? "name" : "token"} may stand there once.`,
      );
    }
  }
  return tokens;
}

const tokenRule = `give at least ${shortestToken} characters without spaces, made by chance: openssl rand -hex 24`;

function namedToken(entry: string): AccessToken {
  const [, scope, token] = /^([A-Za-z0-9][A-Za-z0-9_-]{0,39})=(.+)$/.exec(entry) ?? [];
  if (scope === undefined || token === undefined) {
    throw new Error(
      "TOOLSCOPE_ACCESS_TOKENS: write name=token, separated by commas; a name has letters, digits, - and _.",
    );
  }
  if (token.length < shortestToken)
    throw new Error(`TOOLSCOPE_ACCESS_TOKENS: the token of ${scope}: ${tokenRule}`);
  return { scope, token };
}

/** @returns the token that was given; every one is compared, in the same time whatever was given */
export function knownToken(given: string, tokens: readonly AccessToken[]): AccessToken | undefined {
  const digest = sha256(given);
  return tokens.filter(({ token }) => timingSafeEqual(sha256(token), digest))[0];
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
