// How does every call of the browser show that its page is signed in?

import { askToSignIn, storedProof } from "./session-proof";

/** `fetch` for the HTTP API. Where the session is missing or over, the page goes to the sign-in page and comes back. */
export async function apiFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await signedFetch(path, init);
  if (response.status === 401) askToSignIn();
  return response;
}

/** The same for the sign-in page itself, which stays where it is: it is shown under the address that was asked for. */
export async function signedFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const proof = storedProof();
  if (proof !== null) headers.set("x-toolscope-proof", proof);
  return fetch(path, { cache: "no-store", ...init, headers });
}
