// How are two secret values told apart without showing either?
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Gives a value a short name that is equal for equal values and says nothing else about it. */
export type Fingerprint = (value: string) => string;

/** @param key random bytes that never leave the installation: without them a fingerprint cannot be guessed back */
export function createFingerprint(key: Uint8Array): Fingerprint {
  const known = new Map<string, string>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const name = createHmac("sha256", key).update(value).digest("hex").slice(0, 12);
    // Bounded: header values repeat from request to request, so a handful serves a whole run.
    if (known.size < 1_000) known.set(value, name);
    return name;
  };
}

/**
 * One key per installation, so that runs of different days can be compared.
 *
 * @param dataDir made with mode 0700 where it is missing; the key file has mode 0600
 */
export function installationKey(dataDir: string): Uint8Array {
  const path = join(dataDir, "fingerprint-key");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // `wx` loses against another process that made the key first, whose key is then read below.
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path);
}
