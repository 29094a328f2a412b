// Will a model fill the properties of a schema right?
import { isJsonObject } from "@/lib/protocol/json-object";
import { setJson } from "../json-text";
import type { OwnItem } from "../tool-item";
import type { Lint } from "./lint";
import { placeText, withText } from "./lint-schema";
import { own, pathText, placesOf, propertyNames, type SchemaPlace } from "./schema-places";

/** Levels of objects within objects from which models begin to go wrong. */
const deepLevels = 4;

export function lintProperties(tool: OwnItem): Lint[] {
  const places = placesOf(tool);
  return [
    ...places.flatMap((place) => [
      ...undescribed(place),
      ...unknownRequired(place),
      ...alike(place),
      ...looseArray(place),
    ]),
    ...tooDeep(places),
  ];
}

function undescribed({ schema, path }: SchemaPlace): Lint[] {
  const properties = own(schema, "properties");
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, property]): Lint[] => {
    if (!isJsonObject(property) || String(property.description ?? "").trim() !== "" || "$ref" in property)
      return [];
    const place = [...path, "properties", name];
    return [
      {
        code: "property-undescribed",
        severity: "warning",
        field: "inputSchema",
        path: place,
        message: `"${pathText(place)}" has no description.`,
        reason:
          "The model guesses what goes in, and in which form (a date, a unit, an id). One sentence with an example helps.",
      },
    ];
  });
}

function unknownRequired({ schema, path }: SchemaPlace): Lint[] {
  const required = own(schema, "required");
  if (!Array.isArray(required)) return [];
  const names = propertyNames(schema);
  return required
    .filter((name) => typeof name === "string" && !names.includes(name))
    .map(
      (name: string): Lint => ({
        code: "required-unknown",
        severity: "warning",
        field: "inputSchema",
        path: [...path, "required"],
        message: `"${name}" is required, but ${path.length === 0 ? "the schema" : placeText(path)} has no such property.`,
        reason: "The model has to fill in something it knows nothing about.",
        fix: {
          title: "Take it out of required",
          apply: withText((text) =>
            setJson(
              text,
              [...path, "required"],
              required.filter((each) => each !== name),
            ),
          ),
        },
      }),
    );
}

/** Names in one object that differ only in how they are written, or only by an s at the end. */
function alike({ schema, path }: SchemaPlace): Lint[] {
  const first = new Map<string, string>();
  return propertyNames(schema).flatMap((name): Lint[] => {
    const plain = name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "")
      .replace(/s$/, "");
    const other = first.get(plain);
    first.set(plain, other ?? name);
    if (other === undefined || plain === "") return [];
    return [
      {
        code: "property-alike",
        severity: "warning",
        field: "inputSchema",
        path: [...path, "properties", name],
        message: `"${other}" and "${name}" look alike.`,
        reason: "A model mixes such keys up, or fills only one. Say in the names what sets them apart.",
      },
    ];
  });
}

function looseArray({ schema, path }: SchemaPlace): Lint[] {
  const isArray = own(schema, "type") === "array";
  if (!isArray || "items" in schema || "prefixItems" in schema) return [];
  return [
    {
      code: "array-items",
      severity: "warning",
      field: "inputSchema",
      path,
      message: `${placeText(path)} is a list of anything.`,
      reason: "The model cannot know what its items look like.",
      fix: {
        title: "Make it a list of strings",
        apply: withText((text) => setJson(text, [...path, "items"], { type: "string" })),
      },
    },
  ];
}

function tooDeep(places: readonly SchemaPlace[]): Lint[] {
  const levels = (path: SchemaPlace["path"]) => path.filter((part) => part === "properties").length;
  const found = places.find(({ path }) => levels(path) > deepLevels);
  if (found === undefined) return [];
  return [
    {
      code: "schema-deep",
      severity: "hint",
      field: "inputSchema",
      path: found.path,
      message: `${placeText(found.path)} is ${levels(found.path)} levels deep.`,
      reason:
        "The flatter the input, the more seldom a model goes wrong. Two levels are enough for most tools.",
    },
  ];
}
