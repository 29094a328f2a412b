/** What a `<style>` element needs to count in this page: the nonce of its answer, which the first script kept. */
export function pageNonce(): string {
  return (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ ?? "";
}
