// What becomes of imported tools in a tool set?
import type { ImportedTool } from "@/lib/tool-design/import/imported-tool";
import { itemName } from "@/lib/tool-design/item-name";
import { itemOfTool } from "@/lib/tool-design/item-of-tool";
import { freeName } from "@/lib/tool-design/new-tool";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { randomId } from "./random-id";

/**
 * @param taken the names the set has; a tool under one of them gets another, a built-in tool that is there is left out
 * @param off names that stay switched off
 */
export function itemsOfImport(
  tools: readonly ImportedTool[],
  taken: readonly string[],
  off: readonly string[] = [],
): ToolItem[] {
  const names = [...taken];
  return tools.flatMap(({ tool }) => {
    const item = itemOfTool(tool, randomId);
    if (item === null) return [];
    const name = itemName(item);
    const isThere = names.includes(name);
    if (isThere && item.kind !== "own") return [];
    const named: ToolItem = isThere && item.kind === "own" ? { ...item, name: freeName(name, names) } : item;
    names.push(itemName(named));
    return [{ ...named, enabled: !off.includes(name) }];
  });
}
