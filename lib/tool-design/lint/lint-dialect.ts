// Does the schema speak JSON Schema 2020-12, or a dialect that the API reads differently or refuses?
import { isJsonObject } from "@/lib/protocol/json-object";
import { renameJsonKey, setJson } from "../json-text";
import type { OwnItem } from "../tool-item";
import type { Lint } from "./lint";
import { placeText, withText } from "./lint-schema";
import { own, placesOf, type SchemaPlace } from "./schema-places";

const draft = "The API reads every schema as JSON Schema 2020-12.";

export function lintDialect(tool: OwnItem): Lint[] {
  return placesOf(tool).flatMap((place) => [
    ...declared(place),
    ...tuples(place),
    ...definitions(place),
    ...exclusive(place),
    ...nullable(place),
    ...notSchemas(place),
  ]);
}

const lint = (place: SchemaPlace, word: string, rest: Omit<Lint, "field" | "path">): Lint => ({
  field: "inputSchema",
  path: [...place.path, word],
  ...rest,
});

function declared(place: SchemaPlace): Lint[] {
  const { schema, path } = place;
  const $schema = own(schema, "$schema");
  if (path.length > 0 || $schema === undefined || String($schema).includes("2020-12")) return [];
  return [
    lint(place, "$schema", {
      code: "schema-draft",
      severity: "warning",
      message: `The schema says that it is ${String($schema).slice(0, 80)}.`,
      reason: `${draft} What an older draft means by a word may be something else there.`,
      fix: { title: "Take $schema out", apply: withText((text) => setJson(text, ["$schema"], undefined)) },
    }),
  ];
}

function tuples(place: SchemaPlace): Lint[] {
  if (!Array.isArray(own(place.schema, "items"))) return [];
  return [
    lint(place, "items", {
      code: "schema-items-list",
      severity: "error",
      message: `The items of ${placeText(place.path)} are a list of schemas.`,
      reason: `${draft} A list of schemas is called prefixItems there, and items is one schema: the request is refused.`,
      fix: {
        title: "Rename items to prefixItems",
        apply: withText((text) => renameJsonKey(text, [...place.path, "items"], "prefixItems")),
      },
    }),
  ];
}

function definitions(place: SchemaPlace): Lint[] {
  if (place.path.length > 0 || !isJsonObject(own(place.schema, "definitions"))) return [];
  return [
    lint(place, "definitions", {
      code: "schema-definitions",
      severity: "hint",
      message: "Parts to refer to stand under definitions.",
      reason: `${draft} They are called $defs there; definitions is only still understood.`,
      fix: {
        title: "Rename to $defs, references too",
        apply: withText((text) =>
          renameJsonKey(text, ["definitions"], "$defs").replaceAll('"#/definitions/', '"#/$defs/'),
        ),
      },
    }),
  ];
}

function exclusive(place: SchemaPlace): Lint[] {
  return (["exclusiveMinimum", "exclusiveMaximum"] as const).flatMap((word) => {
    const value = own(place.schema, word);
    if (typeof value !== "boolean") return [];
    const limit = word === "exclusiveMinimum" ? "minimum" : "maximum";
    return [
      lint(place, word, {
        code: "schema-exclusive",
        severity: "error",
        message: `${word} of ${placeText(place.path)} is ${value}.`,
        reason: `${draft} It is a number there (this is how draft 4 wrote it): the request is refused.`,
        fix: {
          title: value ? `Move ${limit} into ${word}` : `Take ${word} out`,
          apply: withText((text) => {
            const number = own(place.schema, limit);
            if (!value || typeof number !== "number") return setJson(text, [...place.path, word], undefined);
            return setJson(setJson(text, [...place.path, word], number), [...place.path, limit], undefined);
          }),
        },
      }),
    ];
  });
}

function nullable(place: SchemaPlace): Lint[] {
  const { schema, path } = place;
  if (own(schema, "nullable") !== true) return [];
  const type = own(schema, "type");
  return [
    lint(place, "nullable", {
      code: "schema-nullable",
      severity: "warning",
      message: `${placeText(path)} is nullable.`,
      reason: "That is a word of OpenAPI; to JSON Schema it means nothing, and null is refused.",
      ...(typeof type === "string" && {
        fix: {
          title: `Allow ${type} or null`,
          apply: withText((text) =>
            setJson(setJson(text, [...path, "type"], [type, "null"]), [...path, "nullable"], undefined),
          ),
        },
      }),
    }),
  ];
}

/** `required: true` at a property, as many write it by mistake. */
function notSchemas(place: SchemaPlace): Lint[] {
  if (typeof own(place.schema, "required") !== "boolean") return [];
  return [
    lint(place, "required", {
      code: "schema-required-flag",
      severity: "error",
      message: `required of ${placeText(place.path)} is no list.`,
      reason:
        "It is a list of names, and stands in the object that has the properties: the request is refused.",
      fix: {
        title: place.path.length > 1 ? "Move it into the list of the object" : "Take it out",
        apply: withText((text) => moveRequired(text, place)),
      },
    }),
  ];
}

function moveRequired(text: string, { schema, path }: SchemaPlace): string {
  const without = setJson(text, [...path, "required"], undefined);
  const name = path.at(-1);
  if (own(schema, "required") !== true || path.at(-2) !== "properties" || name === undefined) return without;
  const holder = path.slice(0, -2);
  const object: unknown = holder.reduce<unknown>(
    (at, part) => (at as Record<string | number, unknown>)[part],
    JSON.parse(without),
  );
  const before = isJsonObject(object) && Array.isArray(object.required) ? object.required : [];
  return before.includes(name) ? without : setJson(without, [...holder, "required"], [...before, name]);
}
