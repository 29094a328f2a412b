// Which headers carry a secret by their name alone?

const sensitiveNames: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "x-api-key",
  "api-key",
  "cookie",
  "set-cookie",
  "cf-aig-authorization",
  "x-amz-security-token",
  "x-portkey-api-key",
  // They hold every value that the simulator or the gateway received, secrets included.
  "x-simulator-received-headers",
  "x-gateway-received-headers",
]);

const sensitiveWord = /token|secret|key|auth|password|credential/i;

/** Families whose names hold such a word without holding a secret, `anthropic-ratelimit-tokens-limit` for one. */
const harmlessFamily = /^(x-stainless-|anthropic-|sec-)/i;

/** @returns the scheme of a credential, which is public, and the secret behind it; the scheme is empty where there is none */
export function credentialParts(value: string): { scheme: string; secret: string } {
  const scheme = /^(Bearer|Basic|Token) /i.exec(value)?.[0] ?? "";
  return { scheme, secret: value.slice(scheme.length) };
}

/** @returns true where a value under this header name is never shown */
export function isSensitiveHeader(name: string): boolean {
  const lowered = name.toLowerCase();
  return sensitiveNames.has(lowered) || (sensitiveWord.test(lowered) && !harmlessFamily.test(lowered));
}
