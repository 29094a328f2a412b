// Which JSON does a literal of JavaScript stand for?
import type { ScriptValue } from "./script-value";

export function itemsOf(value: ScriptValue | undefined): readonly ScriptValue[] {
  return value?.kind === "list" ? value.items : [];
}

export function plainOf(value: ScriptValue | undefined): unknown {
  return value?.kind === "plain" ? value.value : undefined;
}

/** @returns the JSON a literal stands for; null for what is none */
export function jsonOf(value: ScriptValue | undefined): unknown {
  switch (value?.kind) {
    case "plain":
      return value.value;
    case "list":
      return value.items.map(jsonOf);
    case "object":
      return Object.fromEntries([...value.fields].map(([name, each]) => [name, jsonOf(each)]));
    default:
      return null;
  }
}
