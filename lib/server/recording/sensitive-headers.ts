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
  // Holds every value the simulator received, secrets included.
  "x-simulator-received-headers",
]);

const sensitiveWord = /token|secret|key|auth|password|credential/i;

/** Families whose names hold such a word without holding a secret, `anthropic-ratelimit-tokens-limit` for one. */
const harmlessFamily = /^(x-stainless-|anthropic-|sec-)/i;

/** @returns true where a value under this header name is never shown */
export function isSensitiveHeader(name: string): boolean {
  const lowered = name.toLowerCase();
  return sensitiveNames.has(lowered) || (sensitiveWord.test(lowered) && !harmlessFamily.test(lowered));
}
