// Is this browser signed in, and how does it show it?

/**
 * The half of a session that the page keeps and sends as a header. Storage has an origin where cookies have only a host:
 * a page on another port gets the cookie sent to it, but can never read this.
 */
const proofKey = "toolscope:session-proof";
const changed = "toolscope:session-proof";

/** @returns null where nobody signed in: no token is asked for, or not given yet */
export function storedProof(): string | null {
  try {
    return localStorage.getItem(proofKey);
  } catch {
    return null;
  }
}

/** @returns false where this browser keeps no storage, without which there is no session */
export function keepProof(proof: string | null): boolean {
  try {
    if (proof === null) localStorage.removeItem(proofKey);
    else localStorage.setItem(proofKey, proof);
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(changed));
  return true;
}

export function subscribeToProof(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

/** Leaves for the sign-in page, which leads back to this one. */
export function askToSignIn(): void {
  const { pathname, search, hash } = window.location;
  if (pathname === signInPath) return;
  window.location.assign(`${signInPath}?from=${encodeURIComponent(pathname + search + hash)}`);
}

export const signInPath = "/sign-in";
