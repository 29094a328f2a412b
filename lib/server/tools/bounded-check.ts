// How is a check by somebody's schema kept from holding up the server?

import { createContext, Script } from "node:vm";
import { isJsonObject } from "@/lib/protocol/json-object";

/**
 * Milliseconds. A pattern that takes longer is one that takes exponential time; the longest honest check measured was 4.
 * The clock of the limit is the wall's: on a busy machine an honest check may be stalled, hardly twice.
 */
const tryMs = [50, 100];

const context = createContext({ check: () => undefined }, { name: "schema check" });
const script = new Script("check()");

/**
 * Runs a check that may hold a catastrophic regular expression. The engine can be interrupted inside one only from here:
 * code under a `vm` time limit is ended wherever it is.
 *
 * @returns what the check gives, or undefined where it did not end in time
 */
export function boundedCheck<Result>(check: () => Result): Result | undefined {
  for (const ms of tryMs) {
    const done = endedWithin(ms, check);
    if (done !== null) return done.result;
  }
  return undefined;
}

function endedWithin<Result>(ms: number, check: () => Result): { readonly result: Result } | null {
  let done: { readonly result: Result } | null = null;
  context.check = () => {
    done = { result: check() };
  };
  try {
    script.runInContext(context, { timeout: ms });
    return done;
  } catch (cause) {
    // Made in the context of the script: it is no Error of this one.
    if (isJsonObject(cause) && cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null;
    throw cause;
  } finally {
    context.check = undefined;
  }
}
