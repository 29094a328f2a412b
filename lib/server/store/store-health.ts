// Can runs be stored right now?
import type { RunStore } from "./run-store";
import { StoreFailure } from "./store-failure";

/** @returns null where all is well, else what is wrong, where, and what to do */
export type StoreHealth = () => Promise<string | null>;

/** However many pages ask, the store is tried once in this time, in milliseconds. */
const freshMs = 1_000;

/** @param onRecovered told when what was wrong no longer is */
export function createStoreHealth(store: Pick<RunStore, "check">, onRecovered: () => void): StoreHealth {
  let wasWrong = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<string | null> = Promise.resolve(null);
  const ask = async () => {
    const problem = await problemOf(store);
    if (wasWrong && problem === null) onRecovered();
    wasWrong = problem !== null;
    return problem;
  };
  return () => {
    if (performance.now() - askedAt < freshMs) return answer;
    askedAt = performance.now();
    answer = ask();
    return answer;
  };
}

async function problemOf(store: Pick<RunStore, "check">): Promise<string | null> {
  try {
    await store.check();
    return null;
  } catch (cause) {
    if (cause instanceof StoreFailure) return cause.message;
    return `Runs cannot be stored: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
