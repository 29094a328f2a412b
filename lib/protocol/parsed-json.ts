// What does a text say as JSON, if it is JSON?
import { isJsonObject, type JsonObject } from "./json-object";

/** @returns the value, or undefined where the text is no JSON: what came over a wire may be anything */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns the object, or null where the text is no JSON or something other than an object */
export function parsedJsonObject(text: string): JsonObject | null {
  const value = parsedJson(text);
  return isJsonObject(value) ? value : null;
}
