// What is wrong when runs cannot be stored or read back?
import { hasFailureName } from "../door/failure-name";

/** The data directory does not do what it should. The message names the place and the remedy, and is safe to show. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasFailureName(value, "StoreFailure");
  }
}

/** @returns what `work` returns; whatever the file system refuses becomes a StoreFailure that names the folder */
export function storing<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const remedy = "Make the folder writable, make room, or set TOOLSCOPE_DATA_DIR to another one.";
    throw new StoreFailure(`Runs cannot be stored in ${folder}: ${detail}. ${remedy}`, { cause });
  }
}
