// How is a run named?
import { randomBytes } from "node:crypto";

const pattern = /^run_[0-9a-z]{9}[0-9a-f]{10}$/;

/** @param now wall-clock time in ms; ids of later runs sort after those of earlier ones */
export function newRunId(now: number): string {
  return `run_${now.toString(36).padStart(9, "0")}${randomBytes(5).toString("hex")}`;
}

/** True for a name that can be a run's, and so is safe as part of a file name. */
export function isRunId(text: string): boolean {
  return pattern.test(text);
}
