// Where does a JSON value first depart from its shape?

import { isJsonObject, type JsonObject, ownField } from "../json/canonical-json";
import type { Fields, ObjectShape, Shape, TaggedShape } from "./shape";

export type ShapeProblemKind =
  | "missing"
  | "extra"
  | "unknown-tag"
  | "not-a-dictionary"
  | "too-short"
  | "pattern"
  | "not-one-of"
  | "too-small"
  | "too-large"
  | "wrong-type";

export type ShapeProblem = {
  readonly kind: ShapeProblemKind;
  readonly path: string;
  readonly wording: string;
};

/** The first problem in the order in which the shape names its fields, or undefined when the value fits. */
export function firstShapeProblem(value: unknown, shape: Shape, path = ""): ShapeProblem | undefined {
  switch (shape.is) {
    case "anything":
      return undefined;
    case "nullable":
      return value === null ? undefined : firstShapeProblem(value, shape.of, path);
    case "string":
      return stringProblem(value, shape, path);
    case "number":
      return numberProblem(value, shape, path);
    case "boolean":
      return typeof value === "boolean" ? undefined : wrongType(path, "Input should be a valid boolean");
    case "one-of":
      return typeof value === "string" && shape.values.includes(value)
        ? undefined
        : {
            kind: "not-one-of",
            path,
            wording: `Input should be ${alternatives(shape.named ?? shape.values)}`,
          };
    case "dictionary":
      return isJsonObject(value) ? undefined : notADictionary(path);
    case "list":
      return listProblem(value, shape, path);
    case "either":
      return firstShapeProblem(value, typeof value === "string" ? shape.text : shape.other, path);
    case "object":
      return objectProblem(value, shape, path);
    case "tagged":
      return taggedProblem(value, shape, path);
  }
}

function stringProblem(value: unknown, shape: Extract<Shape, { is: "string" }>, path: string) {
  if (typeof value !== "string") return wrongType(path, "Input should be a valid string");
  const { min = 0, max, pattern } = shape;
  if (value.length < min)
    return problem("too-short", path, `String should have at least ${min} ${characters(min)}`);
  if (max !== undefined && value.length > max)
    return problem("too-large", path, `String should have at most ${max} ${characters(max)}`);
  if (pattern !== undefined && !new RegExp(pattern).test(value))
    return problem("pattern", path, `String should match pattern '${pattern}'`);
  return undefined;
}

function numberProblem(value: unknown, shape: Extract<Shape, { is: "number" }>, path: string) {
  const kind = shape.integer === true ? "integer" : "number";
  if (typeof value !== "number") return wrongType(path, `Input should be a valid ${kind}`);
  if (shape.integer === true && !Number.isSafeInteger(value))
    return wrongType(path, "Input should be a valid integer, got a number with a fractional part");
  if (shape.min !== undefined && value < shape.min)
    return problem("too-small", path, `Input should be greater than or equal to ${shape.min}`);
  if (shape.max !== undefined && value > shape.max)
    return problem("too-large", path, `Input should be less than or equal to ${shape.max}`);
  return undefined;
}

function listProblem(value: unknown, shape: Extract<Shape, { is: "list" }>, path: string) {
  if (!Array.isArray(value)) return wrongType(path, "Input should be a valid list");
  if (shape.max !== undefined && value.length > shape.max)
    return problem(
      "too-large",
      path,
      `List should have at most ${shape.max} items after validation, not ${value.length}`,
    );
  for (const [index, item] of value.entries()) {
    const found = firstShapeProblem(item, shape.of, within(path, String(index)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function objectProblem(value: unknown, shape: ObjectShape, path: string): ShapeProblem | undefined {
  if (!isJsonObject(value)) return path === "" ? notADictionary(path) : objectExpected(path);
  return fieldsProblem(value, shape, path) ?? extraProblem(value, shape, path, []);
}

function taggedProblem(value: unknown, shape: TaggedShape, path: string): ShapeProblem | undefined {
  if (!isJsonObject(value)) return objectExpected(path);
  const given = ownField(value, "type") ?? shape.untagged;
  if (given === undefined)
    return problem("missing", path, "Unable to extract tag using discriminator 'type'");
  const tag = typeof given === "string" && Object.hasOwn(shape.tags, given) ? given : undefined;
  const inner = tag === undefined ? undefined : shape.tags[tag];
  if (tag === undefined || inner === undefined) {
    const shown = typeof given === "string" ? given : JSON.stringify(given);
    const expected = Object.keys(shape.tags).map((name) => `'${name}'`);
    const wording = `Input tag '${shown}' found using 'type' does not match any of the expected tags: ${expected.join(", ")}`;
    return problem("unknown-tag", path, wording);
  }
  const place = within(path, tag);
  if (inner.is !== "object") return firstShapeProblem(value, inner, place);
  return fieldsProblem(value, inner, place) ?? extraProblem(value, inner, place, ["type"]);
}

function fieldsProblem(value: JsonObject, shape: ObjectShape, path: string): ShapeProblem | undefined {
  for (const name in shape.required) {
    if (!Object.hasOwn(value, name)) return problem("missing", within(path, name), "Field required");
    const found = fieldProblem(value, name, shape.required, path);
    if (found !== undefined) return found;
  }
  for (const name in shape.optional) {
    if (!Object.hasOwn(value, name)) continue;
    const found = fieldProblem(value, name, shape.optional, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fieldProblem(
  value: JsonObject,
  name: string,
  fields: Fields,
  path: string,
): ShapeProblem | undefined {
  const field = fields[name];
  return field === undefined ? undefined : firstShapeProblem(value[name], field, within(path, name));
}

function extraProblem(value: JsonObject, shape: ObjectShape, path: string, alsoKnown: readonly string[]) {
  if (shape.open === true) return undefined;
  const isKnown = (name: string) =>
    Object.hasOwn(shape.required, name) || Object.hasOwn(shape.optional, name) || alsoKnown.includes(name);
  const extra = Object.keys(value).find((name) => !isKnown(name));
  return extra === undefined
    ? undefined
    : problem("extra", within(path, extra), "Extra inputs are not permitted");
}

function problem(kind: ShapeProblemKind, path: string, wording: string): ShapeProblem {
  return { kind, path, wording };
}

function wrongType(path: string, wording: string): ShapeProblem {
  return problem("wrong-type", path, wording);
}

function notADictionary(path: string): ShapeProblem {
  return problem("not-a-dictionary", path, "Input should be a valid dictionary");
}

function objectExpected(path: string): ShapeProblem {
  return problem("wrong-type", path, "Input should be an object");
}

function within(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function alternatives(values: readonly string[]): string {
  const shown = values.map((value) => `'${value}'`);
  const last = shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(", ")} or ${last}`;
}

function characters(count: number): string {
  return count === 1 ? "character" : "characters";
}
