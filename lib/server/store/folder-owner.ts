// May this process write to the folder, or does another one do so already?
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

/**
 * Claims a folder of files for this process. A claim whose process is gone counts for nothing.
 *
 * @param path of the file that holds the claim
 * @returns null where the folder is ours now, else the id of the process that has it
 * @throws where the file system refuses
 */
export function claimFolder(path: string): number | null {
  for (;;) {
    const owner = ownerIn(path);
    if (owner === process.pid) return null;
    if (owner !== null && isAlive(owner)) return owner;
    if (owner !== null) rmSync(path, { force: true });
    if (wrote(path)) return null;
  }
}

/** Gives the folder up, where it is ours. */
export function releaseFolder(path: string): void {
  if (ownerIn(path) === process.pid) rmSync(path, { force: true });
}

/** @returns the process in the file, 0 for none that can be read; null without a file */
function ownerIn(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, "utf8"), 10) || 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function wrote(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and not ours to signal.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
