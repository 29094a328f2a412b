// Can runs be stored right now?
import type { RunLogWriter, RunStore } from "./run-store";
import { StoreFailure } from "./store-failure";

export type StoreHealth = {
  /** @returns null where all is well, else what is wrong, where, and what to do */
  readonly problem: () => Promise<string | null>;
  /** Something could not be stored: the store is tried from now on until it can be. */
  readonly doubt: () => void;
};

/** However many pages ask, the store is tried once in this time, in milliseconds. */
const freshMs = 1_000;
/** After a failure it is tried again after this time, whether or not anybody asks, in milliseconds. */
const againMs = 2_000;

/** @param onRecovered told when what was wrong no longer is */
export function createStoreHealth(store: Pick<RunStore, "check">, onRecovered: () => void): StoreHealth {
  let wasWrong = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<string | null> = Promise.resolve(null);
  let retry: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    askedAt = performance.now();
    const problem = await problemOf(store);
    if (problem !== null) doubt();
    else if (wasWrong) {
      wasWrong = false;
      clearTimeout(retry);
      onRecovered();
    }
    return problem;
  };
  const doubt = () => {
    wasWrong = true;
    clearTimeout(retry);
    retry = setTimeout(() => void ask(), againMs);
    retry.unref();
  };
  return {
    doubt,
    problem: () => {
      if (performance.now() - askedAt >= freshMs) answer = ask();
      return answer;
    },
  };
}

/** The writer, whose failures raise doubt about its store. */
export function doubtingWriter(writer: RunLogWriter, doubt: () => void): RunLogWriter {
  const failed = (cause: unknown): never => {
    doubt();
    throw cause;
  };
  return {
    append: (lines) => {
      try {
        return writer.append(lines)?.catch(failed);
      } catch (cause) {
        return failed(cause);
      }
    },
    close: writer.close,
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
