// What would an input that fits a schema look like?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

const maxDepth = 6;

/**
 * A sample with the required fields, to show the model the form of a good call. Values the caller gave are kept where
 * their type is right.
 *
 * @returns a guess: whether it fits is for the schema to say
 */
export function exampleInput(schema: JsonObject, given: unknown): unknown {
  return sample(schema, given, 0);
}

function sample(schema: unknown, given: unknown, depth: number): unknown {
  if (!isJsonObject(schema) || depth > maxDepth) return given ?? null;
  const ready = readyValue(schema, given);
  if (ready !== undefined) return ready;
  switch (typeOf(schema)) {
    case "object":
      return sampleObject(schema, given, depth);
    case "array":
      return Array.isArray(given)
        ? given.map((item) => sample(schema.items, item, depth + 1))
        : [sample(schema.items, undefined, depth + 1)];
    case "string":
      return typeof given === "string" ? given : "...";
    case "number":
    case "integer":
      return sampleNumber(schema, given);
    case "boolean":
      return typeof given === "boolean" ? given : true;
    default:
      return given ?? null;
  }
}

/** What the schema itself offers. */
function readyValue(schema: JsonObject, given: unknown): unknown {
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum.includes(given) ? given : schema.enum[0];
  if (given !== undefined) return undefined;
  const examples: unknown[] = Array.isArray(schema.examples) ? schema.examples : [];
  return schema.default ?? examples[0];
}

function typeOf(schema: JsonObject): unknown {
  const type: unknown = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  return type ?? (isJsonObject(schema.properties) ? "object" : undefined);
}

function sampleObject(schema: JsonObject, given: unknown, depth: number): JsonObject {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const known = isJsonObject(given) ? given : {};
  const names = [
    ...new Set([...Object.keys(known).filter((name) => Object.hasOwn(properties, name)), ...required]),
  ];
  return Object.fromEntries(names.map((name) => [name, sample(properties[name], known[name], depth + 1)]));
}

function sampleNumber(schema: JsonObject, given: unknown): number {
  const least = typeof schema.minimum === "number" ? schema.minimum : undefined;
  const most = typeof schema.maximum === "number" ? schema.maximum : undefined;
  const read = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  const wanted = typeof read === "number" && Number.isFinite(read) ? read : (least ?? 1);
  const whole = schema.type === "integer" ? Math.round(wanted) : wanted;
  return Math.min(Math.max(whole, least ?? whole), most ?? Number.POSITIVE_INFINITY);
}
