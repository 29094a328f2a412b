// In which fields does a request differ from the one that was recorded?
import { isJsonObject } from "@/lib/protocol/json-object";

/** So deep a path is worth naming: `messages.2.content.0` says where to look. */
const deepest = 4;
const mostNamed = 12;

/** @returns paths such as `model` or `messages.2.content`, the first dozen; a value that the record hides counts as the same */
export function requestDifferences(recorded: unknown, given: unknown): string[] {
  return differing(recorded, given, []).slice(0, mostNamed);
}

function differing(one: unknown, other: unknown, path: readonly string[]): string[] {
  if (isHidden(one)) return [];
  const keys = path.length < deepest ? keysOf(one, other) : null;
  if (keys === null) return JSON.stringify(one) === JSON.stringify(other) ? [] : [path.join(".") || "body"];
  return keys.flatMap((key) => differing(fieldOf(one, key), fieldOf(other, key), [...path, key]));
}

function isHidden(value: unknown): boolean {
  return typeof value === "string" && value.includes("[redacted ");
}

/** @returns the fields of either, null where they cannot be laid side by side */
function keysOf(one: unknown, other: unknown): string[] | null {
  if (Array.isArray(one) && Array.isArray(other))
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => String(index));
  if (isJsonObject(one) && isJsonObject(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return null;
}

function fieldOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
