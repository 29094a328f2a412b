// What is a JSON object whose fields are somebody else's business?

/** A JSON object as it came over the wire: the provider's own, so nothing inside is renamed or dropped. */
export type JsonObject = Record<string, unknown>;

/** True for a plain JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
