// Is the input schema of a tool one that the API takes?
import { isJsonObject } from "@/lib/protocol/json-object";
import { readJson, setJson } from "../json-text";
import { renameProperty, schemaRows } from "../schema-form";
import type { OwnItem } from "../tool-item";
import type { Lint } from "./lint";
import { plainName } from "./lint-name";
import { own, pathText, placesOf, propertyNames, schemaOf } from "./schema-places";

const combinators = ["oneOf", "anyOf", "allOf"];
const largeSchema = 100_000;

export function lintSchema(tool: OwnItem): Lint[] {
  const read = readJson(tool.schemaText);
  const base = { field: "inputSchema", path: [] as const } as const;
  if ("problem" in read) {
    const { message, line } = read.problem;
    return [
      {
        ...base,
        code: "schema-json",
        severity: "error",
        message: `${message} (line ${line}).`,
        reason: "Nothing can be sent before this is JSON.",
      },
    ];
  }
  if (!isJsonObject(read.value)) {
    return [
      {
        ...base,
        code: "schema-object",
        severity: "error",
        message: "The schema is no JSON object.",
        reason: "The API wants an object, with type: object.",
        fix: {
          title: "Start with an empty object",
          apply: withText(() => '{\n  "type": "object",\n  "properties": {}\n}'),
        },
      },
    ];
  }
  return [...rootLints(tool), ...keyLints(tool), ...sizeLints(tool)];
}

function rootLints(tool: OwnItem): Lint[] {
  const schema = schemaOf(tool) ?? {};
  const found = combinators.find((word) => Object.hasOwn(schema, word));
  if (found !== undefined) {
    return [
      {
        code: "schema-combinator",
        severity: "error",
        field: "inputSchema",
        path: [found],
        message: `${found} stands at the top of the schema.`,
        reason: "The API: input_schema does not support oneOf, allOf, or anyOf at the top level.",
        fix: {
          title: "Move it into a field",
          apply: withText((text) =>
            JSON.stringify(
              { type: "object", properties: { value: JSON.parse(text) }, required: ["value"] },
              null,
              2,
            ),
          ),
        },
      },
    ];
  }
  if (own(schema, "type") === "object") return [];
  return [
    {
      code: "schema-type",
      severity: "error",
      field: "inputSchema",
      path: Object.hasOwn(schema, "type") ? ["type"] : [],
      message: 'The schema does not say "type": "object".',
      reason:
        "A tool's input is always an object: the API refuses the request (input_schema.type: Field required).",
      fix: { title: "Make it an object", apply: withText((text) => setJson(text, ["type"], "object")) },
    },
  ];
}

function keyLints(tool: OwnItem): Lint[] {
  return placesOf(tool).flatMap(({ schema, path }) =>
    propertyNames(schema)
      .filter((name) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(name))
      .map((name): Lint => {
        const place = [...path, "properties", name];
        const to = plainName(name);
        return {
          code: "property-key",
          severity: "error",
          field: "inputSchema",
          path: place,
          message: `"${name.slice(0, 60)}" cannot be the name of a property.`,
          reason: "The API takes keys of 1 to 64 letters, digits, underscores, dots and hyphens.",
          ...(path.length === 0 && {
            fix: { title: `Rename to ${to}`, apply: withText((text) => renamed(text, name, to)) },
          }),
        };
      }),
  );
}

function renamed(text: string, name: string, to: string): string {
  const row = schemaRows(JSON.parse(text)).find((each) => each.name === name);
  return row === undefined ? text : renameProperty(text, row, to);
}

function sizeLints({ schemaText }: OwnItem): Lint[] {
  if (schemaText.length <= largeSchema) return [];
  return [
    {
      code: "schema-large",
      severity: "warning",
      field: "inputSchema",
      path: [],
      message: `The schema has ${schemaText.length.toLocaleString("en-US")} characters.`,
      reason:
        "It stands in every request of a run. Split the tool, or take enumerations out and check them in the handler.",
    },
  ];
}

/** A fix that changes the text of the schema. */
export function withText(change: (text: string) => string): (tool: OwnItem) => OwnItem {
  return (tool) => ({ ...tool, schemaText: change(tool.schemaText) });
}

/** @returns "the schema", or the field a path is in, quoted */
export function placeText(path: readonly (string | number)[]): string {
  const text = pathText(path);
  return path.length === 0 ? text : `"${text}"`;
}
