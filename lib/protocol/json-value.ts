// What may stand anywhere the log or a request carries plain JSON?
import { z } from "zod";

/** Any JSON value. Wire data is kept as it came, so nothing inside is renamed or dropped. */
export type JsonValue = z.infer<typeof jsonValueSchema>;
export const jsonValueSchema = z.json();

/** A JSON object whose fields are the provider's business, not ours. */
export type JsonObject = Record<string, unknown>;
export const jsonObjectSchema = z.record(z.string(), z.unknown());

/** True for a plain JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
