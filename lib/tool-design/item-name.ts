// By which name is a tool of a set known?
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import type { ToolItem } from "./tool-item";

/** @returns the name the model calls it by; for a server tool that has none, its type; empty while there is none */
export function itemName(item: ToolItem): string {
  if (item.kind !== "server") return item.name;
  const definition = parsedJsonObject(item.definitionText);
  const { name, type } = definition ?? {};
  if (typeof name === "string") return name;
  return typeof type === "string" ? type : "";
}

/** @returns what answers its calls, in a word */
export function itemKind(item: ToolItem): string {
  if (item.kind === "own") return item.handlerKind;
  return item.kind === "builtin" ? "built-in" : "server tool";
}
