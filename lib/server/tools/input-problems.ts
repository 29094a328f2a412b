// What is wrong with a tool input, in words a model can act on?
import type { ErrorObject } from "ajv";
import { isJsonObject } from "@/lib/protocol/json-object";
import { closestName } from "./closest-name";

const shownProblems = 5;

/**
 * @param whole what the value itself is called
 * @returns the first few problems joined by semicolons, each naming its field, what it must be, and what it is
 */
export function inputProblems(errors: readonly ErrorObject[], input: unknown, whole = "the input"): string {
  // A failed branch of anyOf/oneOf is reported along with the union itself; `if` only repeats its `then` or `else`.
  const telling = errors.filter((error) => error.keyword !== "if");
  const texts = [...new Set(telling.map((error) => problemText(error, input, whole)))];
  const more = texts.length - shownProblems;
  return [...texts.slice(0, shownProblems), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

function problemText(error: ErrorObject, input: unknown, whole: string): string {
  const path = error.instancePath.split("/").slice(1).map(unescaped);
  const params: Record<string, unknown> = error.params;
  const inside = (name: unknown) => quoted([...path, String(name)]);
  const got = path.length === 0 ? "" : `, not ${shortJson(valueAt(input, path), 120)}`;
  const field = path.length === 0 ? whole : quoted(path);
  switch (error.keyword) {
    case "required":
      return `${inside(params.missingProperty)} is required`;
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty);
      return `${inside(name)} is not one of its fields${suggestion(name, error)}`;
    }
    case "type":
      return `${field} must be ${withArticle(String(params.type))}${got}`;
    case "enum":
      return `${field} must be one of ${shortList(params.allowedValues)}${got}`;
    case "const":
      return `${field} must be ${shortJson(params.allowedValue, 120)}${got}`;
    default:
      return `${field} ${error.message ?? "does not fit"}${got}`;
  }
}

function suggestion(name: string, error: ErrorObject): string {
  const properties = isJsonObject(error.parentSchema) ? error.parentSchema.properties : undefined;
  const known = isJsonObject(properties) ? Object.keys(properties) : [];
  const closest = closestName(name, known);
  if (closest !== null) return ` (did you mean "${closest}"?)`;
  return known.length === 0 ? "" : ` (it has ${known.slice(0, 20).join(", ")})`;
}

function quoted(path: readonly string[]): string {
  return `"${path.join(".")}"`;
}

function withArticle(types: string): string {
  const one = (type: string) => (type === "null" ? type : `${/^[aio]/.test(type) ? "an" : "a"} ${type}`);
  return types.split(",").map(one).join(" or ");
}

function shortList(values: unknown): string {
  return Array.isArray(values)
    ? values
        .slice(0, 30)
        .map((value) => shortJson(value, 60))
        .join(", ")
    : shortJson(values, 300);
}

function unescaped(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, value);
}

/** @returns JSON text cut to `limit` characters */
export function shortJson(value: unknown, limit: number): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
