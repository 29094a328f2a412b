// After an error result: with which other input is the call worth one more try?

import type { CustomTool } from "../api/messages-request";
import { canonicalJson, type JsonObject } from "../json/canonical-json";
import { inputFlaws } from "../json/tool-input-schema";
import { type Parameter, parametersOf, typeOf } from "./parameter";
import { sampleValue } from "./sample-value";

const passing =
  /time[d]?[ -]?out|temporar|try again|unavailable|busy|overload|rate limit|connection|network|retry/i;

/** A corrected input, the same one where the error may pass by itself, or undefined where nothing can be mended. */
export function correctInput(tool: CustomTool, input: JsonObject, error: string): JsonObject | undefined {
  const parameters = parametersOf(tool);
  const said = error.slice(0, 2_000);
  const attempts = [withAllowedValue, withMissingField, withinBounds, withSwitchOff];
  for (const attempt of attempts) {
    const corrected = attempt(parameters, input, said);
    if (corrected === undefined || canonicalJson(corrected) === canonicalJson(input)) continue;
    if (inputFlaws(tool.input_schema, corrected).length === 0) return corrected;
  }
  return passing.test(said) ? input : undefined;
}

/** "must be one of: a, b", "did you mean 'a'?", "known cities: A, B". */
function withAllowedValue(
  parameters: readonly Parameter[],
  input: JsonObject,
  error: string,
): JsonObject | undefined {
  const parameter = offending(parameters, input, error);
  if (parameter === undefined || typeof input[parameter.name] !== "string") return undefined;
  const current = String(input[parameter.name]);
  const list =
    /(?:one of|did you mean|try|use|known \w+|available(?: \w+)?|allowed(?: \w+)?|valid(?: \w+)?|supported(?: \w+)?|choose(?: from)?)\b\s*(?:are|is)?[\s:([]*([^\n]+)/iu.exec(
      error,
    )?.[1];
  if (list === undefined) return undefined;
  const quoted = Array.from(list.matchAll(/["'`“]([^"'`”]+)["'`”]/gu), (match) => match[1] ?? "");
  const named =
    quoted.length > 0
      ? quoted
      : list
          .split(/\s*,\s*(?:and |or )?|\s+or\s+|\s+and\s+/u)
          .map((item) => item.replace(/[\])?.!;]+$/u, "").trim());
  const candidates = named.filter((item) => item !== "" && item !== current && item.length < 80);
  const best = candidates.sort((a, b) => likeness(b, current) - likeness(a, current))[0];
  return best === undefined ? undefined : { ...input, [parameter.name]: best };
}

function withMissingField(
  parameters: readonly Parameter[],
  input: JsonObject,
  error: string,
): JsonObject | undefined {
  if (!/missing|required|must have/i.test(error)) return undefined;
  const missing = parameters.find(({ name }) => !Object.hasOwn(input, name) && mentions(error, name));
  return missing === undefined ? undefined : { ...input, [missing.name]: sampleValue(missing) };
}

function withinBounds(
  parameters: readonly Parameter[],
  input: JsonObject,
  error: string,
): JsonObject | undefined {
  const high =
    /(?:at most|<=|no more than|maximum(?: is| of)?|less than or equal to|up to|and)\s*(-?\d+(?:\.\d+)?)/iu.exec(
      error,
    )?.[1];
  const low =
    /(?:at least|>=|no less than|minimum(?: is| of)?|greater than or equal to|between)\s*(-?\d+(?:\.\d+)?)/iu.exec(
      error,
    )?.[1];
  const numbers = parameters.filter(
    ({ name, schema }) => typeof input[name] === "number" && typeOf(schema) !== "string",
  );
  const parameter = numbers.find(({ name }) => mentions(error, name)) ?? numbers[0];
  if (parameter === undefined || (high === undefined && low === undefined)) return undefined;
  const bounded = Math.max(
    Math.min(Number(input[parameter.name]), Number(high ?? "Infinity")),
    Number(low ?? "-Infinity"),
  );
  return { ...input, [parameter.name]: bounded };
}

/** An error that names a switch which was on: try with it off. */
function withSwitchOff(
  parameters: readonly Parameter[],
  input: JsonObject,
  error: string,
): JsonObject | undefined {
  const on = parameters.find(({ name }) => input[name] === true && mentions(error, name));
  return on === undefined ? undefined : { ...input, [on.name]: false };
}

function offending(
  parameters: readonly Parameter[],
  input: JsonObject,
  error: string,
): Parameter | undefined {
  const texts = parameters.filter(({ name }) => typeof input[name] === "string");
  return (
    texts.find(({ name }) => error.toLowerCase().includes(String(input[name]).toLowerCase())) ??
    texts.find(({ name }) => mentions(error, name)) ??
    (texts.length === 1 ? texts[0] : undefined)
  );
}

function mentions(error: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}])`, "iu").test(
    error,
  );
}

/** How many pairs of neighbouring letters two words share, from 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(
      Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2).toLowerCase()),
    );
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / Math.max(1, left.size + right.size);
}
