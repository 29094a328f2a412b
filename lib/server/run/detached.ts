// How does work go on without belonging to the request that started it?
import { AsyncLocalStorage } from "node:async_hooks";

type Snapshot = <Result>(work: () => Result) => Result;
const key = Symbol.for("toolscope.detached");
type Holder = typeof globalThis & { [key]?: Snapshot };
const holder: Holder = globalThis;

/** Called once when the server starts, while no request is being answered. */
export function rememberDetachedContext(): void {
  holder[key] ??= AsyncLocalStorage.snapshot();
}

/**
 * Runs work outside the framework's per-request context. Inside it, the framework's own `fetch` keeps a record of every
 * call for as long as the request is remembered.
 */
export function detached<Result>(work: () => Result): Result {
  const snapshot = holder[key];
  return snapshot === undefined ? work() : snapshot(work);
}
