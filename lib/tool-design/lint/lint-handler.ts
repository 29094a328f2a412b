// Does the handler ask for what the input has?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { OwnItem } from "../tool-item";
import type { Lint } from "./lint";
import { own, propertyNames, schemaOf } from "./schema-places";

/** Templates that ask for a field the schema does not have: they leave nothing in the text. */
export function lintHandler(tool: OwnItem): Lint[] {
  const schema = schemaOf(tool);
  if (schema === null || own(schema, "additionalProperties") === true) return [];
  const known = propertyNames(schema);
  const values = tool.handlers[tool.handlerKind] ?? {};
  const asked = Object.entries(values).flatMap(([field, value]) =>
    namesAsked(value).map((name) => ({ field, name })),
  );
  const unknown = asked.filter(({ name }) => !known.includes(name));
  return [...new Map(unknown.map((each) => [each.name, each])).values()].map(
    ({ field, name }): Lint => ({
      code: "template-unknown",
      severity: "warning",
      field: `handler.${field}`,
      message: `{{input.${name}}} is no field of the input.`,
      reason:
        known.length === 0
          ? "The schema has no fields: nothing is put in its place."
          : `Nothing is put in its place. The schema has ${known.slice(0, 8).join(", ")}.`,
    }),
  );
}

function namesAsked(value: unknown): string[] {
  if (typeof value === "string") {
    return [...value.matchAll(/\{\{\s*input\.([^\s.{}]+)/g)].map(([, name]) => name ?? "");
  }
  if (Array.isArray(value)) return value.flatMap(namesAsked);
  return isJsonObject(value) ? Object.values(value).flatMap(namesAsked) : [];
}
