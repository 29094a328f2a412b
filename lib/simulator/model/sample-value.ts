// What is a valid value for a schema when nothing says which?

import { isJsonObject, type JsonObject, ownField } from "../json/canonical-json";
import { type Parameter, parametersOfSchema, typeOf } from "./parameter";

const samples: Partial<Record<Parameter["kind"], string>> = {
  "time-zone": "Europe/London",
  email: "someone@example.com",
  currency: "EUR",
  date: "2026-11-21",
  "clock-time": "09:00",
  ticker: "ACME",
  place: "London",
  url: "https://example.com/",
  expression: "1 + 1",
  query: "example",
  title: "Example",
  text: "Example text",
  identifier: "example-1",
};

const deepest = 8;

/** A default, an example, the first choice, or a plain value that keeps the schema's bounds. */
export function sampleValue(
  { kind, schema, itemKind }: Omit<Parameter, "name" | "required">,
  depth = 0,
): unknown {
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if (Object.hasOwn(schema, "const")) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (typeOf(schema)) {
    case "number":
    case "integer":
      return sampleNumber(schema);
    case "boolean":
      return false;
    case "null":
      return null;
    case "array":
      return sampleList(schema, itemKind ?? "other", depth);
    case "object":
      return sampleObject(schema, depth);
    default:
      return sampleText(samples[kind] ?? "example", schema);
  }
}

/** The required fields of an object, each with a sample. */
export function sampleObject(schema: JsonObject, depth = 0): JsonObject {
  if (depth > deepest) return {};
  const required = parametersOfSchema(schema, "").filter((parameter) => parameter.required);
  return Object.fromEntries(required.map((parameter) => [parameter.name, sampleValue(parameter, depth + 1)]));
}

function sampleList(schema: JsonObject, kind: Parameter["kind"], depth: number): readonly unknown[] {
  const items = ownField(schema, "items");
  const length = Math.min(Math.max(asNumber(schema.minItems) ?? 1, 1), 20);
  if (depth > deepest) return [];
  const item = sampleValue({ kind, schema: isJsonObject(items) ? items : { type: "string" } }, depth + 1);
  return Array.from({ length }, () => item);
}

function sampleNumber(schema: JsonObject): number {
  const whole = typeOf(schema) === "integer" ? 1 : 0.5;
  const above = asNumber(schema.exclusiveMinimum);
  const low = asNumber(schema.minimum) ?? (above === undefined ? undefined : above + whole);
  const high = asNumber(schema.maximum) ?? asNumber(schema.exclusiveMaximum);
  const step = asNumber(schema.multipleOf);
  const plain = low !== undefined && low > 1 ? low : Math.min(1, high ?? 1);
  if (step === undefined || step <= 0) return plain;
  return Math.ceil(plain / step) * step;
}

function sampleText(sample: string, schema: JsonObject): string {
  const least = asNumber(schema.minLength) ?? 0;
  const most = asNumber(schema.maxLength) ?? Number.POSITIVE_INFINITY;
  return sample.padEnd(Math.min(least, 10_000), "x").slice(0, Math.max(most, 0));
}

function asNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
