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
    if (cause instanceof StoreFailure) throw cause;
    throw new StoreFailure(`Runs cannot be stored in ${folder}: ${reasonOf(cause)}`, { cause });
  }
}

type Reason = readonly [what: string, remedy: string];
const elsewhere = "set TOOLSCOPE_DATA_DIR to another folder";
const noRoom = `Make room, or ${elsewhere}, on another disk.`;
const noRight = `Let the user of this process write there, or ${elsewhere}.`;
const inTheWay = `Move the file away, or ${elsewhere}.`;

/** What the codes of the file system mean for a person, and what to do. */
const reasons: Readonly<Partial<Record<string, Reason>>> = {
  ENOSPC: ["the disk is full", noRoom],
  EDQUOT: ["the disk quota is used up", noRoom],
  EFBIG: ["a file would become larger than is allowed", `Raise the limit, or delete old runs.`],
  EROFS: ["the file system is read-only", `Make it writable, or ${elsewhere}.`],
  EACCES: ["this process may not write there", noRight],
  EPERM: ["this process may not write there", noRight],
  ENOTDIR: ["a file stands where the folder should be", inTheWay],
  EEXIST: ["a file stands where the folder should be", inTheWay],
  EIO: ["the disk reports an error", `Check the disk, or ${elsewhere}.`],
};

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const [what, remedy] = reasons[code] ?? [cause instanceof Error ? cause.message : String(cause), noRight];
  return reasons[code] === undefined ? `${what}. ${remedy}` : `${what} (${code}). ${remedy}`;
}
