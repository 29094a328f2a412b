// How do the fields of a handler become what its form holds, and back?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { ContentValue, HandlerValues, ItemProblem } from "./tool-item";

/** @returns the form's values for a handler as a run request has it */
export function valuesOfHandler({ kind: _, ...fields }: JsonObject, newId: () => string): HandlerValues {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === "content") return [name, contentValue(value)];
      if (name === "headers" && Array.isArray(value))
        return [name, value.map((row) => ({ ...row, id: newId() }))];
      return [name, isJsonObject(value) ? { jsonText: JSON.stringify(value, null, 2) } : value];
    }),
  );
}

function contentValue(content: unknown): ContentValue {
  return typeof content === "string"
    ? { form: "text", text: content }
    : { form: "blocks", text: JSON.stringify(content ?? [], null, 2) };
}

/** @returns the reply that is typed so far; empty text where there is none */
export function contentOf(values: HandlerValues): ContentValue {
  const { content } = values;
  if (!isJsonObject(content)) return { form: "text", text: "" };
  return { form: content.form === "blocks" ? "blocks" : "text", text: String(content.text ?? "") };
}

/**
 * @returns the handler as a run request has it, or what stands in the way. Whether it is a valid one is for the schema to
 *   say: this only turns typed text into values
 */
export function handlerOfValues(
  kind: string,
  values: HandlerValues,
): { readonly handler: JsonObject } | { readonly problem: ItemProblem } {
  const handler: JsonObject = { kind };
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    if (name === "content") {
      const content = typedContent(contentOf(values));
      if ("problem" in content) return content;
      handler.content = content.value;
    } else if (name === "headers") {
      const rows = headerRows(value);
      if (rows.length > 0) handler.headers = rows;
    } else if (isJsonObject(value) && typeof value.jsonText === "string") {
      const read = typedJson(value.jsonText, `handler.${name}`);
      if ("problem" in read) return read;
      if (read.value !== undefined) handler[name] = read.value;
    } else handler[name] = value;
  }
  return { handler };
}

function typedContent({ form, text }: ContentValue): { value: unknown } | { problem: ItemProblem } {
  if (form === "text") return { value: text };
  const field = "handler.content";
  const read = typedJson(text, field);
  if ("problem" in read || Array.isArray(read.value)) return read;
  return { problem: { field, message: 'Give a JSON list of content blocks: [{"type":"text","text":"…"}]' } };
}

function typedJson(text: string, field: string): { value: unknown } | { problem: ItemProblem } {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return {
      problem: { field, message: `This is not JSON: ${error instanceof Error ? error.message : error}` },
    };
  }
}

/** A row somebody added and left empty is not sent. */
function headerRows(value: unknown): JsonObject[] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows
    .filter(isJsonObject)
    .filter((row) => String(row.name ?? "").trim() !== "" || (row.value ?? "") !== "")
    .map(({ id: _, secret, ...row }) => ({ ...row, ...(secret === true && { secret }) }));
}
