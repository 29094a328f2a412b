// With which inputs is a tool called for one clause of a prompt?

import type { CustomTool } from "../api/messages-request";
import { canonicalJson, isJsonObject, type JsonObject, ownField } from "../json/canonical-json";
import { inputFlaws } from "../json/tool-input-schema";
import type { Source } from "./context";
import { type Parameter, parametersOf, parametersOfSchema } from "./parameter";
import { sampleObject, sampleValue } from "./sample-value";
import { valuesFor } from "./values-for";

const mostCalls = 16;

/** One input per call: a prompt that names several places for one parameter asks for several calls. Never empty. */
export function fillInputs(tool: CustomTool, source: Source): readonly JsonObject[] {
  const parameters = parametersOf(tool);
  const values = parameters.map((parameter) => ({
    parameter,
    values: valuesFor(parameter, source, parameters),
  }));
  const inputs = combinations(values.filter((entry) => entry.values.length > 0)).map((fields) =>
    valid(tool, parameters, fields, source),
  );
  const distinct = new Map(inputs.map((input) => [canonicalJson(input), input]));
  const repeats = repetitionIn(source.clause.text);
  return Array.from(distinct.values())
    .flatMap((input) => Array<JsonObject>(repeats).fill(input))
    .slice(0, mostCalls);
}

/** An input for one tool and nothing but a prompt to go by. */
export function fillOneInput(tool: CustomTool, source: Source): JsonObject {
  return fillInputs(tool, source)[0] ?? {};
}

type Fields = ReadonlyMap<string, unknown>;
type Candidates = { readonly parameter: Parameter; readonly values: readonly unknown[] };

/** Lists of one length that go with numbers belong together by position; all others are combined each with each. */
function combinations(candidates: readonly Candidates[]): readonly Fields[] {
  const numbers = candidates.find(
    ({ parameter, values }) => parameter.kind === "number" && values.length > 1,
  );
  let found: readonly Fields[] = [new Map()];
  for (const { parameter, values } of candidates) {
    const isPaired =
      numbers !== undefined && numbers.parameter !== parameter && values.length === numbers.values.length;
    found = found.flatMap((fields) => {
      const index = isPaired ? numbers.values.indexOf(fields.get(numbers.parameter.name)) : -1;
      const own = index >= 0 ? values.slice(index, index + 1) : values;
      return own.map((value) => new Map([...fields, [parameter.name, value]]));
    });
    found = found.slice(0, mostCalls);
  }
  return found;
}

function valid(
  tool: CustomTool,
  parameters: readonly Parameter[],
  fields: Fields,
  source: Source,
): JsonObject {
  const filled = parameters.flatMap((parameter): [string, unknown][] => {
    if (fields.has(parameter.name)) return [[parameter.name, fields.get(parameter.name)]];
    if (!parameter.required) return [];
    const isNested = parameter.kind === "object" && exampleOf(tool, parameter) === undefined;
    return [[parameter.name, isNested ? nestedInput(parameter, source) : exampleOrSample(tool, parameter)]];
  });
  return mended(tool, parameters, Object.fromEntries(filled));
}

function exampleOf(tool: CustomTool, { name }: Parameter): unknown {
  return ownField(tool.input_examples?.[0] ?? {}, name);
}

function exampleOrSample(tool: CustomTool, parameter: Parameter): unknown {
  return exampleOf(tool, parameter) ?? sampleValue(parameter);
}

function nestedInput({ schema, name }: Parameter, source: Source): JsonObject {
  const parameters = parametersOfSchema(schema, name);
  const filled = parameters.flatMap((parameter): [string, unknown][] => {
    const [value] = valuesFor(parameter, source, parameters);
    if (value !== undefined) return [[parameter.name, value]];
    return parameter.required ? [[parameter.name, sampleValue(parameter)]] : [];
  });
  return Object.fromEntries(filled);
}

/** Replaces what the schema refuses: first by samples, then by a whole example of the tool's own. */
function mended(tool: CustomTool, parameters: readonly Parameter[], input: JsonObject): JsonObject {
  const flaws = inputFlaws(tool.input_schema, input);
  if (flaws.length === 0) return input;
  const refused = new Set(
    flaws.map(({ place }) => place.split("/")[1]?.replaceAll("~1", "/").replaceAll("~0", "~")),
  );
  const replaced = parameters.flatMap((parameter): [string, unknown][] => {
    if (!Object.hasOwn(input, parameter.name)) return [];
    if (!refused.has(parameter.name)) return [[parameter.name, input[parameter.name]]];
    return parameter.required ? [[parameter.name, exampleOrSample(tool, parameter)]] : [];
  });
  const candidates: readonly unknown[] = [
    Object.fromEntries(replaced),
    ...(tool.input_examples ?? []),
    sampleObject(tool.input_schema),
  ];
  const fit = candidates.find(
    (candidate) => isJsonObject(candidate) && inputFlaws(tool.input_schema, candidate).length === 0,
  );
  return isJsonObject(fit) ? fit : input;
}

const counts: Readonly<Record<string, number>> = {
  twice: 2,
  "two times": 2,
  "three times": 3,
  "four times": 4,
  "five times": 5,
};

/** "three times": how often the same call is asked for. */
function repetitionIn(text: string): number {
  const [, digits] = /\b(\d{1,2}) times\b(?!\s*\d)/iu.exec(text) ?? [];
  if (digits !== undefined) return Math.min(Math.max(Number(digits), 1), mostCalls);
  const spoken = Object.keys(counts).find((phrase) => text.toLowerCase().includes(phrase));
  return spoken === undefined ? 1 : (counts[spoken] ?? 1);
}
