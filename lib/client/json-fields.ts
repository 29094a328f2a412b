// How is a value of unknown shape read field by field, without trusting it?
import { isJsonObject } from "@/lib/protocol/json-object";

export function textOf(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

export function flagOf(value: unknown, fallback: boolean): boolean {
  return typeof value === "boolean" ? value : fallback;
}

/** A finite number or null, else the fallback. */
export function numberOf(value: unknown, fallback: number | null): number | null {
  if (value === null) return null;
  return typeof value === "number" && Number.isFinite(value) ? value : fallback;
}

export function choiceOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  return choices.find((choice) => choice === value) ?? fallback;
}

/** The items `read` could make something of; the fallback where the value is no list. */
export function listOf<Item>(
  value: unknown,
  read: (item: unknown) => Item | null,
  fallback: readonly Item[] = [],
): readonly Item[] {
  return Array.isArray(value) ? value.map(read).filter((item) => item !== null) : fallback;
}

/** The named list of an answer such as `{tools: [...]}`, each item that is an object. */
export function objectsIn(answer: unknown, name: string): readonly Record<string, unknown>[] {
  const list = isJsonObject(answer) ? answer[name] : undefined;
  return listOf(list, (item) => (isJsonObject(item) ? item : null));
}
