// How is a run named?
import { createHash, randomBytes } from "node:crypto";

const pattern = /^run_[0-9a-z]{9}[0-9a-f]{10}$/;

/** @param now wall-clock time in ms; ids of later runs sort after those of earlier ones */
export function newRunId(now: number): string {
  return runIdAt(now, randomBytes(5).toString("hex"));
}

/** @returns the id that this log always gets at this time: the same log again has the same */
export function runIdOfLog(now: number, lines: readonly string[]): string {
  return runIdAt(now, createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 10));
}

function runIdAt(now: number, rest: string): string {
  return `run_${now.toString(36).padStart(9, "0")}${rest}`;
}

/** True for a name that can be a run's, and so is safe as part of a file name. */
export function isRunId(text: string): boolean {
  return pattern.test(text);
}
