// Which tool set would a scenario or a run have been started with?
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { itemsOfTools } from "@/lib/tool-design/item-of-tool";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { randomId } from "./random-id";
import { storableItem } from "./stored-tools";
import type { ToolSet } from "./tool-set";

/**
 * @param name what the set is called
 * @param tools the `tools` of a run request; anything but a list stands for all built-in tools
 */
export function setOfTools(name: string, tools: unknown): ToolSet {
  const list: readonly unknown[] = Array.isArray(tools) ? tools : builtinToolNames;
  return { id: randomId(), name, tools: itemsOfTools(list, randomId), taken: true };
}

/** @returns true where both send the same tools in the same order */
export function sendsTheSame(one: readonly ToolItem[], other: readonly ToolItem[]): boolean {
  const bare = (tools: readonly ToolItem[]) =>
    JSON.stringify(tools.filter(({ enabled }) => enabled).map(storableItem), (key, value: unknown) =>
      key === "id" ? undefined : value,
    );
  return bare(one) === bare(other);
}
