// What may a page of ours load and run?

/**
 * Scripts run by the nonce of this one answer, or because one that ran by it loaded them: nothing that a model, a tool or
 * a server sent can. Styles come from our own files and by the nonce; `style` attributes, which the server writes into the
 * HTML for sizes and places, can load nothing, since no other origin may be reached from here.
 *
 * @param development React evaluates strings there to rebuild the server's stacks, and styles come without a nonce
 */
export function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
