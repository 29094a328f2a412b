// What does each run's request carry, made comparable with the others?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { compareJson, type JsonRow } from "./compare-json";
import type { ProviderRequest } from "./run";

/**
 * Ids that the provider makes up for every reply: they differ between two runs that did the same, so they can be
 * numbered in the order they appear in a body.
 */
const generatedId = /^(toolu|srvtoolu|mcptoolu|msg|container)_[A-Za-z0-9_-]{6,}$/;

/** The row that stands for the messages which the request before carried already. */
export const repeatedMessages = "messages repeated";

/**
 * The messages a request repeats from the one before it in its run are counted, not compared again: they stand in that
 * request's own comparison.
 *
 * @param requests one a run, null where the run has no such request
 * @param numberIds true to write generated ids as `toolu_#1`, so that only their place counts
 */
export function compareBodies(
  requests: readonly (ProviderRequest | null)[],
  baseline: number,
  numberIds: boolean,
): readonly JsonRow[] {
  const bodies = requests.map((request) => (request === null ? undefined : comparableBody(request)));
  const shown = numberIds ? bodies.map(withNumberedIds) : bodies;
  return compareJson(shown, baseline);
}

/** @returns how many rows without any inside differ: what a reader would count as differences */
export function countDifferences(rows: readonly JsonRow[]): number {
  return rows.reduce((sum, row) => {
    if (!row.differs) return sum;
    const inside = countDifferences(row.children);
    const isWhole = row.cells.some(({ mark }) => mark === "added" || mark === "missing");
    return sum + (isWhole || inside === 0 ? 1 : inside);
  }, 0);
}

function comparableBody(request: ProviderRequest): JsonObject {
  const { body, delta } = request;
  if (!isJsonObject(body)) return body === null ? {} : { "body that is no JSON": body };
  const kept = delta?.kind === "json" ? delta.kept.messages : 0;
  if (!Array.isArray(body.messages)) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name === "messages" && Array.isArray(value)
        ? [
            [repeatedMessages, kept],
            [name, value.slice(kept)],
          ]
        : [[name, value]],
    ),
  );
}

function withNumberedIds(body: unknown): unknown {
  const numbers = new Map<string, string>();
  const numbered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(numbered);
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, numbered(each)]));
    const kind = typeof value === "string" ? generatedId.exec(value)?.[1] : undefined;
    if (typeof value !== "string" || kind === undefined) return value;
    const known = numbers.get(value) ?? `${kind}_#${numbers.size + 1}`;
    numbers.set(value, known);
    return known;
  };
  return numbered(body);
}
