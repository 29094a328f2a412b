// Which headers belong to one connection, to a gateway, or carry a credential, by their name alone?

/** They concern one connection (RFC 9110, 7.6.1): each hop drops them or sets its own. */
const connectionHeaders: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const credentialHeaders: ReadonlySet<string> = new Set(["authorization", "x-api-key"]);

/** Cloudflare AI Gateway's own token, apart from the provider's credential. */
export const gatewayTokenHeader = "cf-aig-authorization";

/** @param key the header's name in lower case, as everywhere in this file */
export function isConnectionHeader(key: string): boolean {
  return connectionHeaders.has(key);
}

/** True for the headers an API key travels in. */
export function isCredentialHeader(key: string): boolean {
  return credentialHeaders.has(key);
}

/** True for settings of Cloudflare AI Gateway, older names included, which it keeps for itself. */
export function isGatewayHeader(key: string): boolean {
  return /^(cf-aig-|cf-cache-ttl$|cf-skip-cache$)/.test(key);
}
