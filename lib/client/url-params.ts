// What does the address say about the view, and how does code outside React change it?

const listeners = new Set<() => void>();

/** @returns the value of a query parameter, or the fallback where it is absent */
export function urlParam(name: string, fallback: string): string {
  return new URLSearchParams(window.location.search).get(name) ?? fallback;
}

/** Writes a query parameter in place (no history entry); an empty value removes it. */
export function setUrlParam(name: string, value: string): void {
  const url = new URL(window.location.href);
  if (value === "") url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  // Readable links: `request:r2` and `run_a,run_b` need no escape in a query.
  url.search = url.search.replaceAll("%3A", ":").replaceAll("%2C", ",");
  if (url.href === window.location.href) return;
  // Null, not the present state: Next.js adds its own and takes note of the new address.
  window.history.replaceState(null, "", url);
  for (const listener of listeners) listener();
}

/** Goes to another path of this page with a history entry, without loading anything. */
export function pushPath(path: string): void {
  if (path === window.location.pathname + window.location.search) return;
  window.history.pushState(null, "", path);
  for (const listener of listeners) listener();
}

export function subscribeUrl(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}
