// Can a report be written where the command line says?
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "./usage-error";

/** Writes a file and the folders above it. @throws UsageError naming the flag where that cannot be */
export function writeReport(flag: string, path: string, text: string): void {
  const file = resolve(path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(`${flag} ${path}: the file cannot be written (${reason}). Name another one.`);
  }
}
