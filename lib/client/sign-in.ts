// How does somebody come in through the sign-in page, and go out again?

import { isJsonObject } from "@/lib/protocol/json-object";
import { type ApiProblem, callApi, postJson } from "./api-call";
import { signedFetch } from "./api-fetch";
import { keepProof, signInPath, storedProof } from "./session-proof";

export type SignedIn = { readonly ok: true } | { readonly ok: false; readonly error: ApiProblem };

/** Exchanges the access token for a session. The token itself is kept nowhere. */
export async function signIn(token: string): Promise<SignedIn> {
  const answer = await postJson("/api/session", { token }, {}, signedFetch);
  if (!answer.ok) return { ok: false, error: answer.error };
  const proof = isJsonObject(answer.value) ? answer.value.proof : undefined;
  if (typeof proof === "string" && keepProof(proof)) return { ok: true };
  const message =
    "This browser keeps no local storage for this page, without which it cannot stay signed in.";
  return { ok: false, error: { code: "no_storage", message } };
}

/**
 * True where the page may go on without a token: none is asked for, or the session is still good. A link from another site
 * leads here even then, since browsers hold the cookie back for it.
 */
export async function mayGoOn(): Promise<boolean> {
  return (await callApi("/api/session", {}, signedFetch)).ok;
}

/** Goes to where the sign-in page was met. A new load, so that nothing of before is left. */
export function goOn(): void {
  const { origin, pathname, search, hash, searchParams } = new URL(window.location.href);
  const here = pathname === signInPath ? "/" : pathname + search + hash;
  const wanted = new URL(searchParams.get("from") ?? here, origin);
  window.location.replace(wanted.origin === origin && wanted.pathname !== signInPath ? wanted.href : "/");
}

export async function signOut(): Promise<void> {
  await callApi("/api/session", { method: "DELETE" });
  keepProof(null);
  window.location.assign(signInPath);
}

export function isSignedIn(): boolean {
  return storedProof() !== null;
}
