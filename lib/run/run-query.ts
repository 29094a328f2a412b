// Which runs does a line of search words mean?
import type { RunEntry } from "@/lib/protocol/run-entry";

export type RunQuery =
  | { readonly ok: true; readonly matches: (entry: RunEntry) => boolean }
  | { readonly ok: false; readonly problem: string };

type Test = (entry: RunEntry) => boolean;
/** A test for the text after the colon, or what is wrong with that text. */
type Key = (value: string) => Test | string;

export const queryStatuses = [
  "running",
  "completed",
  "turn-limit",
  "stopped",
  "failed",
  "interrupted",
] as const;

const textKey =
  (read: (entry: RunEntry) => readonly string[]): Key =>
  (value) =>
  (entry) =>
    read(entry).some((text) => text.toLowerCase().includes(value));

const numberKey =
  (unit: string, read: (entry: RunEntry) => number, boundOf: (text: string) => number | null): Key =>
  (value) => {
    const [, sign = "", rest = ""] = /^(>=|<=|>|<|=)?(.*)$/s.exec(value) ?? [];
    const bound = boundOf(rest);
    if (bound === null) return `give ${unit}`;
    return (entry) => compare(read(entry), sign, bound);
  };

/** What may stand before a colon; anything else with a colon is searched for as it is. */
const keys: Readonly<Record<string, Key>> = {
  tool: textKey((entry) => entry.tools),
  header: textKey((entry) => entry.headers),
  finding: textKey((entry) => entry.codes),
  model: textKey((entry) => [entry.model]),
  engine: textKey((entry) => [entry.engine]),
  provider: textKey((entry) => [entry.provider]),
  scenario: textKey((entry) => [entry.scenario]),
  status: (value) => {
    const wanted = queryStatuses.find((status) => status === value);
    if (wanted === undefined) return `give one of ${queryStatuses.join(", ")}`;
    return (entry) => (entry.outcome ?? "running") === wanted;
  },
  is: (value) => {
    if (value === "pinned") return (entry) => entry.pinned;
    if (value === "running") return (entry) => entry.outcome === null;
    if (value === "imported") return (entry) => entry.imported;
    return "give pinned, running or imported";
  },
  duration: numberKey("a time such as >5s, <300ms or >=2min", (entry) => entry.durationMs, durationOf),
  turns: numberKey("a number such as 3 or >10", (entry) => entry.turns, countOf),
  calls: numberKey("a number such as 3 or >10", (entry) => entry.calls, countOf),
  findings: numberKey("a number such as 0 or >2", (entry) => entry.findings, countOf),
};

/** The names that may stand before a colon, for help texts. */
export const runQueryKeys = Object.keys(keys);

/**
 * Reads `tool:get_weather status:failed duration:>5s -model:haiku "two words" paris`: all parts must hold, a minus turns
 * one around, quotes keep words together, upper and lower case are the same.
 *
 * @returns a test for entries of the history, or what is wrong, naming the part and the remedy
 */
export function parseRunQuery(text: string): RunQuery {
  const tests: Test[] = [];
  for (const part of partsOf(text)) {
    const test = testOf(part);
    if (typeof test === "string") return { ok: false, problem: test };
    tests.push(test);
  }
  return { ok: true, matches: (entry) => tests.every((test) => test(entry)) };
}

type Part = { readonly negated: boolean; readonly key: string; readonly value: string };

/** `key:value`, `key:"a value"`, `word` or `"two words"`, each with or without a minus. */
function partsOf(text: string): Part[] {
  const pattern = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S*))/gi;
  return [...text.matchAll(pattern)].flatMap(([, minus, key = "", quoted, bare]) => {
    const value = (quoted ?? bare ?? "").toLowerCase();
    const known = Object.hasOwn(keys, key.toLowerCase());
    if (value === "" && key === "") return [];
    return [
      {
        negated: minus === "-",
        key: known ? key.toLowerCase() : "",
        value: known || key === "" ? value : `${key}:${value}`.toLowerCase(),
      },
    ];
  });
}

function testOf({ negated, key, value }: Part): Test | string {
  const test = key === "" ? freeText(value) : (keys[key]?.(value) ?? freeText(value));
  if (typeof test === "string") return `${key}:${value}: ${test}`;
  return negated ? (entry) => !test(entry) : test;
}

function freeText(value: string): Test {
  return ({ id, title, name, text, model, provider, engine, outcome, scenario, tools }) =>
    [id, title, name, text, model, provider, engine, outcome ?? "running", scenario, ...tools].some((each) =>
      each.toLowerCase().includes(value),
    );
}

function compare(value: number, sign: string, bound: number): boolean {
  if (sign === ">") return value > bound;
  if (sign === ">=") return value >= bound;
  if (sign === "<") return value < bound;
  if (sign === "<=") return value <= bound;
  return value === bound;
}

function countOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  "": 1_000,
  min: 60_000,
  m: 60_000,
  h: 3_600_000,
};

/** @returns milliseconds; a number without a unit is in seconds */
function durationOf(text: string): number | null {
  const [, number, unit = ""] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|min|m|h)?$/.exec(text) ?? [];
  const factor = unitsMs[unit];
  return number === undefined || factor === undefined ? null : Number(number) * factor;
}
