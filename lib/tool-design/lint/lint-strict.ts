// What does `strict` ask of a schema?
import { setJson } from "../json-text";
import type { OwnItem, ToolItem } from "../tool-item";
import type { Lint } from "./lint";
import { withText } from "./lint-schema";
import { isObjectSchema, own, pathText, placesOf, propertyNames, type SchemaPlace } from "./schema-places";

/** Per request, over all strict tools. Source: documentation of structured outputs, 2026. */
const mostStrictTools = 20;
const mostOptional = 24;
const mostUnions = 16;

export function lintStrict(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  if (tool.strict !== true) return [];
  const places = placesOf(tool);
  return [...open(places), ...patterns(places), ...callers(tool), ...totals(set)];
}

function open(places: readonly SchemaPlace[]): Lint[] {
  const found = places.filter(isOpen);
  const [first] = found;
  if (first === undefined) return [];
  const where =
    found.length === 1
      ? first.path.length === 0
        ? "The schema"
        : `"${pathText(first.path)}"`
      : `${found.length} objects`;
  return [
    {
      code: "strict-open",
      severity: "error",
      field: "inputSchema",
      path: first.path,
      message: `${where} may have further properties.`,
      reason: "The API: For 'object' type, 'additionalProperties' must be explicitly set to false.",
      fix: { title: "Close every object", apply: withText(closed) },
    },
  ];
}

function isOpen({ schema }: SchemaPlace): boolean {
  return isObjectSchema(schema) && own(schema, "additionalProperties") !== false;
}

/** @returns the text with `additionalProperties: false` in every object, however deep */
function closed(text: string): string {
  const tool = { schemaText: text } as OwnItem;
  return placesOf(tool)
    .filter(isOpen)
    .reduce((before, { path }) => setJson(before, [...path, "additionalProperties"], false), text);
}

function patterns(places: readonly SchemaPlace[]): Lint[] {
  return places.flatMap(({ schema, path }): Lint[] => {
    const pattern = own(schema, "pattern");
    if (typeof pattern !== "string" || !/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</.test(pattern)) return [];
    return [
      {
        code: "strict-pattern",
        severity: "error",
        field: "inputSchema",
        path: [...path, "pattern"],
        message: `The pattern of "${pathText(path)}" looks around or refers back.`,
        reason:
          "A strict schema is compiled into a grammar, which has neither. The API: Unsupported regex feature in pattern field.",
        fix: {
          title: "Take the pattern out",
          apply: withText((text) => setJson(text, [...path, "pattern"], undefined)),
        },
      },
    ];
  });
}

function callers({ allowedCallers }: OwnItem): Lint[] {
  if (allowedCallers?.some((name) => name.startsWith("code_execution")) !== true) return [];
  return [
    {
      code: "strict-callers",
      severity: "error",
      field: "strict",
      message: "A strict tool that code may call.",
      reason: "The API refuses strict together with programmatic tool calling.",
      fix: { title: "Leave strict off", apply: (tool) => ({ ...tool, strict: null }) },
    },
  ];
}

function totals(set: readonly ToolItem[]): Lint[] {
  const strict = set.filter((tool) => tool.kind === "own").filter((tool) => tool.strict === true);
  const places = strict.flatMap(placesOf);
  const optional = places.flatMap(({ schema }) => {
    const required = own(schema, "required");
    const needed = new Set(Array.isArray(required) ? required : []);
    return propertyNames(schema).filter((name) => !needed.has(name));
  }).length;
  const unions = places.filter(
    ({ schema }) => Array.isArray(own(schema, "type")) || "anyOf" in schema,
  ).length;
  const over = [
    ...(strict.length > mostStrictTools ? [`${strict.length} strict tools of ${mostStrictTools}`] : []),
    ...(optional > mostOptional ? [`${optional} optional properties of ${mostOptional}`] : []),
    ...(unions > mostUnions ? [`${unions} properties of several types of ${mostUnions}`] : []),
  ];
  if (over.length === 0) return [];
  return [
    {
      code: "strict-complex",
      severity: "error",
      field: "strict",
      message: `The strict tools of the set have ${over.join(", ")}.`,
      reason:
        "These are the limits of a request, over all strict tools. The API: Schema is too complex for compilation.",
      fix: { title: "Leave strict off here", apply: (tool) => ({ ...tool, strict: null }) },
    },
  ];
}
