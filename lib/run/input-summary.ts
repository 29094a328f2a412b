// What does one line say about the input of a tool call?
import { isJsonObject } from "@/lib/protocol/json-object";

/** @returns the values of the input in order, without their names, cut at `most` characters: `"San Francisco, celsius"` */
export function inputSummary(input: unknown, most = 60): string {
  const values = isJsonObject(input) ? Object.values(input) : [input];
  const text = values
    .filter((value) => value !== undefined && value !== null && value !== "")
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
    .join(", ")
    .replace(/\s+/g, " ");
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
