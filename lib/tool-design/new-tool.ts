// What does a tool look like that somebody just began?
import type { OwnItem } from "./tool-item";

const firstSchema = {
  type: "object",
  properties: { query: { type: "string", description: "What to look for" } },
  required: ["query"],
};

/** What stands in the form of a handler that was just chosen. */
const firstValues: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  fixed: { content: { form: "text", text: "The answer to {{input.query}}" } },
  javascript: {
    source:
      'async (input, { log, sleep, fetch }) => {\n  log("asked for", input.query);\n  return { answer: "nothing yet", query: input.query };\n}',
  },
  http: { method: "GET", url: "https://" },
};

/** @returns the first values of a handler's form; nothing for a kind that starts empty */
export function firstHandlerValues(kind: string): Record<string, unknown> {
  return { ...firstValues[kind] };
}

/** @param taken names that are in use; the new tool's is none of them */
export function newTool(id: string, taken: readonly string[], handlerKind = "javascript"): OwnItem {
  return {
    id,
    enabled: true,
    kind: "own",
    name: freeName("my_tool", taken),
    description: "",
    schemaText: JSON.stringify(firstSchema, null, 2),
    examplesText: "",
    strict: null,
    deferLoading: null,
    cacheControl: null,
    allowedCallers: null,
    eagerInputStreaming: null,
    needsApproval: null,
    handlerKind,
    handlers: { [handlerKind]: firstHandlerValues(handlerKind) },
  };
}

/** @returns the name, or the first of `name_2`, `name_3`, ... that nobody has; never over 64 characters */
export function freeName(name: string, taken: readonly string[]): string {
  const inUse = new Set(taken);
  if (!inUse.has(name)) return name;
  for (let count = 2; ; count += 1) {
    const suffix = `_${count}`;
    const candidate = `${name.slice(0, 64 - suffix.length)}${suffix}`;
    if (!inUse.has(candidate)) return candidate;
  }
}
