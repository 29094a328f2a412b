// Which limits of a run does the form have, and which of them does a request have to name?
import type { JsonObject } from "@/lib/protocol/json-object";
import { numberOf } from "./json-fields";

/** What the server takes where a limit is left out; null where it takes another limit's value. */
export const defaultLimits = {
  maxTurns: 25,
  toolTimeoutMs: 30_000,
  connectTimeoutMs: 10_000,
  firstByteTimeoutMs: null,
  idleTimeoutMs: 60_000,
  totalTimeoutMs: 600_000,
  humanTimeoutMs: 3_600_000,
  maxEventBytes: 32_000_000,
  maxResponseBytes: 64_000_000,
  maxRunBytes: 256_000_000,
} as const;

export type LimitName = keyof typeof defaultLimits;
/** Null while its field is empty. */
export type DraftLimits = { readonly [Name in LimitName]: number | null };

export const limitNames = Object.keys(defaultLimits).filter((name): name is LimitName =>
  Object.hasOwn(defaultLimits, name),
);

/** @returns every limit; what is missing or no number has its default */
export function limitsFrom(fields: JsonObject): DraftLimits {
  const read = { ...defaultLimits } as { -readonly [Name in LimitName]: number | null };
  for (const name of limitNames) read[name] = numberOf(fields[name], defaultLimits[name]);
  return read;
}

/** @returns the limits that differ from what the server takes by itself */
export function changedLimits(draft: DraftLimits): { limits?: Record<string, number> } {
  const changed = limitNames.flatMap((name) => {
    const value = draft[name];
    return value === null || value === defaultLimits[name] ? [] : [[name, value] as const];
  });
  return changed.length === 0 ? {} : { limits: Object.fromEntries(changed) };
}
