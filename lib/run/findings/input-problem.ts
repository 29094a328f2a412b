// What is plainly wrong with a tool input, judged by the tool's schema?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

/**
 * Looks at the first level only: enough to name the field in a finding, not to validate.
 *
 * @returns the first problem in words, or null where none is plain
 */
export function inputProblem(input: unknown, schema: JsonObject): string | null {
  if (!isJsonObject(input)) return "the input is not a JSON object";
  const required = Array.isArray(schema.required) ? schema.required : [];
  const lacking = required.find((name) => typeof name === "string" && !(name in input));
  if (lacking !== undefined) return `\`${lacking}\` is required and missing`;
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  for (const [name, value] of Object.entries(input)) {
    const property = properties[name];
    if (!Object.hasOwn(properties, name)) {
      if (schema.additionalProperties === false) return `\`${name}\` is not a field of the schema`;
    } else if (isJsonObject(property)) {
      const problem = valueProblem(value, property);
      if (problem !== null) return `\`${name}\` ${problem}`;
    }
  }
  return null;
}

function valueProblem(value: unknown, schema: JsonObject): string | null {
  const wanted =
    typeof schema.type === "string" ? [schema.type] : Array.isArray(schema.type) ? schema.type : [];
  const kind = kindOf(value);
  const fits =
    wanted.length === 0 || wanted.includes(kind) || (kind === "integer" && wanted.includes("number"));
  if (!fits) return `is ${kind}, where the schema wants ${wanted.join(" or ")}`;
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return "is none of the values the schema allows";
  return null;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
