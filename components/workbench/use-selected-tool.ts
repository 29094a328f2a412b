// Which tool of the current set is edited?
import { useCurrentSet } from "@/lib/client/tool-store";
import { setUrlParam } from "@/lib/client/url-params";
import { useUrlParam } from "@/lib/client/use-url-param";
import type { ToolItem } from "@/lib/tool-design/tool-item";

/** @returns the tool the address names; else the first of one's own, else the first; null in an empty set */
export function useSelectedTool(): ToolItem | null {
  const [id] = useUrlParam("tool", "");
  const { tools } = useCurrentSet();
  return tools.find((tool) => tool.id === id) ?? tools.find(({ kind }) => kind === "own") ?? tools[0] ?? null;
}

export function selectTool(id: string): void {
  setUrlParam("tool", id);
}
