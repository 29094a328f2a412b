// What of a received request may be shown again?

const secretName = /token|secret|key|auth|cookie|password/i;
/** Their names hold "key" or "token" by chance; the one of them that is a secret is `x-api-key`, and that is no such name. */
const openName = /^(anthropic-|x-stainless-)/i;

const secretField =
  /("(?:authorization(?:_token)?|access_token|auth_token|refresh_token|api[-_]?key|x-api-key|client_secret|secret|password)"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|\\?$)/gi;

export const redacted = "[redacted]";

/** Headers with the values of secret ones replaced; order, case and repeats are kept, and so is an `authorization` scheme. */
export function redactHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): readonly (readonly [name: string, value: string])[] {
  return headers.map(([name, value]) => [name, isSecret(name) ? withoutSecret(value) : value]);
}

/** The text of a body, whole or cut, with the strings under names such as `authorization_token` replaced. */
export function redactBody(text: string): string {
  return text.replace(secretField, `$1"${redacted}"`);
}

/** A query string with the values of secret names replaced. */
export function redactQuery(query: string): string {
  return query
    .split("&")
    .map((pair) =>
      secretName.test(pair.split("=", 1)[0] ?? "") ? `${pair.split("=", 1)[0]}=${redacted}` : pair,
    )
    .join("&");
}

function isSecret(name: string): boolean {
  return secretName.test(name) && !openName.test(name);
}

function withoutSecret(value: string): string {
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? "";
  return `${scheme}${redacted}`;
}
