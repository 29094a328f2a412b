// Which input does a tool get before anybody typed one?
import type { JsonObject } from "@/lib/protocol/json-object";
import { exampleInput } from "@/lib/tool-design/example-input";

/** @returns JSON text of an input with the required fields */
export function toolInput(schema: JsonObject): string {
  return JSON.stringify(exampleInput({ type: "object", ...schema }, undefined) ?? {}, null, 2);
}
