// Where does a fresh id come from, also on a page without a secure context?

/** @returns 32 hex digits (`crypto.randomUUID` is missing on plain http beyond this machine) */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
