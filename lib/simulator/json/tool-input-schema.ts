// Is a tool's input schema valid JSON Schema 2020-12, and does an input fit it?

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { canonicalJson, type JsonObject } from "./canonical-json";

type Compiled = { readonly validate?: ValidateFunction; readonly flaw?: string };

const maxKept = 500;
const kept = new Map<string, Compiled>();

const shared = newAjv();

function newAjv(): Ajv2020 {
  return new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: false,
    logger: false,
    code: { regExp: Object.assign(boundedRegExp, { code: "new RegExp" }) },
  });
}

/** Why the schema cannot be used, or undefined when it can. References are resolved within the schema only. */
export function inputSchemaFlaw(schema: JsonObject): string | undefined {
  return compiled(schema).flaw;
}

/** What is wrong with an input, one message per place; empty when it fits (or the schema cannot be used). */
export function inputFlaws(
  schema: JsonObject,
  input: unknown,
): readonly { place: string; message: string }[] {
  const { validate } = compiled(schema);
  if (validate === undefined || validate(input)) return [];
  return (validate.errors ?? []).map((error) => ({
    place: error.instancePath,
    message: error.message ?? error.keyword,
  }));
}

function compiled(schema: JsonObject): Compiled {
  const key = canonicalJson(schema);
  const known = kept.get(key);
  if (known !== undefined) return known;
  // A schema that names itself would stay known to the instance and could clash with another: it gets its own.
  const fresh = compile(schema, key.includes('"$id"') ? newAjv() : shared);
  if (kept.size >= maxKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, fresh);
  return fresh;
}

function compile(schema: JsonObject, ajv: Ajv2020): Compiled {
  // A declared older draft is not a mistake in itself: the API reads every schema as 2020-12.
  const { $schema: _declared, ...rest } = schema;
  try {
    return { validate: ajv.compile(rest) };
  } catch (error) {
    return { flaw: error instanceof Error ? error.message : String(error) };
  } finally {
    ajv.removeSchema(rest);
  }
}

/** Nested repetition can take exponential time on a short text; such a pattern is checked for syntax and then not held. */
function boundedRegExp(pattern: string, flags: string): { test: (text: string) => boolean } {
  const expression = new RegExp(pattern, flags);
  const mayExplode = /\([^)]*[+*}][^)]*\)[+*{]/.test(pattern);
  return mayExplode ? { test: () => true } : expression;
}
