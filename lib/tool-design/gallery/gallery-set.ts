// What is a ready tool set?
import type { JsonObject } from "@/lib/protocol/json-object";

export type GallerySet = {
  /** In kebab case. */
  readonly name: string;
  readonly title: string;
  /** What one sees by running it. */
  readonly teaches: string;
  /** A prompt that puts the tools to use. */
  readonly prompt: string;
  readonly system?: string;
  /** As the `tools` of a run request. */
  readonly tools: readonly (string | JsonObject)[];
};

/** An object schema with these properties; those marked with `?` may be left out. */
export function inputOf(properties: Readonly<Record<string, JsonObject>>): JsonObject {
  const names = Object.keys(properties);
  const required = names.filter((name) => !name.endsWith("?"));
  const plain = names.map((name): [string, unknown] => [name.replace(/\?$/, ""), properties[name]]);
  return { type: "object", properties: Object.fromEntries(plain), ...(required.length > 0 && { required }) };
}

export function text(description: string, more: JsonObject = {}): JsonObject {
  return { type: "string", description, ...more };
}
