// Which form does each kind of handler have, read off the one description of all handlers?
import { z } from "zod";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { toolHandlerSchema } from "@/lib/protocol/tool-handler";

export type HandlerControl =
  | "text"
  | "long-text"
  | "code"
  | "number"
  | "flag"
  | "choice"
  | "headers"
  | "content"
  | "json";

export type HandlerField = {
  readonly name: string;
  readonly title: string;
  readonly hint: string | null;
  readonly control: HandlerControl;
  readonly required: boolean;
  /** What holds where the field is left out. */
  readonly fallback: unknown;
  readonly choices: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
};

export type HandlerForm = {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly HandlerField[];
};

/** Characters from which a text is given room: it may have lines. */
const longTextCharacters = 10_000;

/** The forms of all kinds of handlers, in the order of their description. */
export const handlerForms: readonly HandlerForm[] = formsOf(
  z.toJSONSchema(toolHandlerSchema, { io: "input", unrepresentable: "any" }),
);

/** @returns the form of a kind, or null where this version does not have it */
export function handlerForm(kind: string): HandlerForm | null {
  return handlerForms.find((form) => form.kind === kind) ?? null;
}

function formsOf(schema: object): HandlerForm[] {
  const options: unknown = Reflect.get(schema, "oneOf") ?? Reflect.get(schema, "anyOf");
  return (Array.isArray(options) ? options : []).filter(isJsonObject).map((option): HandlerForm => {
    const properties = isJsonObject(option.properties) ? option.properties : {};
    const required: readonly unknown[] = Array.isArray(option.required) ? option.required : [];
    const kind = isJsonObject(properties.kind) ? String(properties.kind.const) : "";
    return {
      kind,
      title: textOf(option.title) ?? kind,
      description: textOf(option.description) ?? "",
      fields: Object.entries(properties)
        .filter(([name]) => name !== "kind")
        .map(([name, field]) => fieldOf(name, isJsonObject(field) ? field : {}, required.includes(name))),
    };
  });
}

function fieldOf(name: string, field: JsonObject, required: boolean): HandlerField {
  return {
    name,
    title: textOf(field.title) ?? name,
    hint: textOf(field.description),
    control: controlOf(name, field),
    required,
    fallback: field.default,
    choices: Array.isArray(field.enum) ? field.enum.map(String) : [],
    minimum: limitOf(field.minimum),
    maximum: limitOf(field.maximum),
    whole: field.type === "integer",
  };
}

function controlOf(name: string, field: JsonObject): HandlerControl {
  if (name === "content") return "content";
  if (name === "source") return "code";
  if (name === "headers") return "headers";
  if (Array.isArray(field.enum)) return "choice";
  if (field.type === "integer" || field.type === "number") return "number";
  if (field.type === "boolean") return "flag";
  if (field.type !== "string") return "json";
  return (numberOf(field.maxLength) ?? 0) > longTextCharacters ? "long-text" : "text";
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** What every whole number must keep to is no limit of this field. */
function limitOf(value: unknown): number | null {
  const limit = numberOf(value);
  return limit !== null && Math.abs(limit) === Number.MAX_SAFE_INTEGER ? null : limit;
}
