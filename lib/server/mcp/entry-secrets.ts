// Which values of a server's entry must never be shown?
import { isSensitiveHeader } from "../recording/sensitive-headers";
import type { ServerEntry } from "./server-entry";

const shortest = 5;
const sensitiveVariable = /key|token|secret|pass|credential|auth|cookie|dsn|connection/i;

/** Marked or named as secrets, or looking like one: long, of letters and digits, and no path. */
export function entrySecrets(entry: ServerEntry): string[] {
  const values =
    entry.transport === "stdio"
      ? Object.entries(entry.env)
          .filter(([name, value]) => sensitiveVariable.test(name) || looksRandom(value))
          .map(([, value]) => value)
      : entry.headers
          .filter(({ name, secret }) => secret === true || isSensitiveHeader(name))
          .map(({ value }) => value);
  return values.filter((value) => value.length >= shortest);
}

/** @returns the text with every secret of the entry taken out */
export function withoutSecrets(text: string, entry: ServerEntry): string {
  return entrySecrets(entry).reduce((shown, secret) => shown.replaceAll(secret, "••••"), text);
}

function looksRandom(value: string): boolean {
  return /^[A-Za-z0-9_+=.-]{12,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}
