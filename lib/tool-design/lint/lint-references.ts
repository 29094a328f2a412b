// Do the references of a schema lead anywhere, and to an end?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { OwnItem } from "../tool-item";
import type { Lint } from "./lint";
import { own, placesOf, schemaOf, schemaPlaces } from "./schema-places";

export function lintReferences(tool: OwnItem): Lint[] {
  const root = schemaOf(tool);
  if (root === null) return [];
  return placesOf(tool)
    .flatMap(({ schema, path }): Lint[] => {
      const ref = own(schema, "$ref");
      if (typeof ref !== "string") return [];
      const base = { field: "inputSchema", path: [...path, "$ref"] } as const;
      if (!ref.startsWith("#")) {
        return [
          {
            ...base,
            code: "ref-remote",
            severity: "error",
            message: `The schema refers to ${ref.slice(0, 100)}.`,
            reason:
              "Nothing is ever fetched for a schema, neither here nor by the API. Put that part under $defs.",
          },
        ];
      }
      if (target(root, ref) === undefined) {
        return [
          {
            ...base,
            code: "ref-missing",
            severity: "error",
            message: `${ref.slice(0, 100)} is not in the schema.`,
            reason: "A reference must lead to a part of the same schema: it is refused otherwise.",
          },
        ];
      }
      if (isEmptyCircle(root, ref)) {
        return [
          {
            ...base,
            code: "ref-circle",
            severity: "error",
            message: `${ref.slice(0, 100)} leads back to itself with nothing on the way.`,
            reason: "It can never be decided what fits: the check would never end.",
          },
        ];
      }
      return [];
    })
    .concat(recursion(tool, root));
}

/** A tree is a fair thing to ask for, but not under strict. */
function recursion(tool: OwnItem, root: JsonObject): Lint[] {
  const found = placesOf(tool).find(({ schema }) => {
    const ref = own(schema, "$ref");
    return typeof ref === "string" && ref.startsWith("#") && reaches(root, ref, ref, new Set());
  });
  if (found === undefined) return [];
  return [
    {
      code: "ref-recursive",
      severity: tool.strict === true ? "error" : "hint",
      field: "inputSchema",
      path: [...found.path, "$ref"],
      message: "The schema refers to itself.",
      reason:
        tool.strict === true
          ? "A strict schema is compiled, and a recursive one cannot be: the API refuses it. Write the levels out, or leave strict off."
          : "A model seldom fills deep levels right. Two or three levels written out are easier for it.",
      ...(tool.strict === true && {
        fix: { title: "Leave strict off", apply: (each: OwnItem): OwnItem => ({ ...each, strict: null }) },
      }),
    },
  ];
}

function target(root: JsonObject, ref: string): unknown {
  return ref
    .slice(1)
    .split("/")
    .filter((part, at) => at > 0 || part !== "")
    .map((part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, part) => {
      if (Array.isArray(at)) return at[Number(part)];
      return isJsonObject(at) && Object.hasOwn(at, part) ? at[part] : undefined;
    }, root);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** References only, from one to the next, until one comes again. */
function isEmptyCircle(root: JsonObject, ref: string): boolean {
  const seen = new Set<string>();
  for (let at: unknown = ref; typeof at === "string"; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    const next = target(root, at);
    at = isJsonObject(next) ? own(next, "$ref") : undefined;
  }
  return false;
}

/** Whether what `from` refers to holds, however deep, a reference to `wanted`. */
function reaches(root: JsonObject, from: string, wanted: string, seen: Set<string>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const schema = target(root, from);
  if (!isJsonObject(schema)) return false;
  return [...schemaPlaces(schema)].some((place) => {
    const ref = own(place.schema, "$ref");
    return typeof ref === "string" && (ref === wanted || reaches(root, ref, wanted, seen));
  });
}
