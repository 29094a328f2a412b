// What can be done to the tools of the current set?

import type { BuiltinToolName } from "@/lib/protocol/builtin-tool-names";
import type { ToolResult } from "@/lib/protocol/tool-result";
import { valuesOfHandler } from "@/lib/tool-design/handler-values";
import { itemName } from "@/lib/tool-design/item-name";
import { itemOfTool } from "@/lib/tool-design/item-of-tool";
import { firstHandlerValues, freeName, newTool } from "@/lib/tool-design/new-tool";
import type { HandlerValues, OwnItem, ServerItem, ToolItem } from "@/lib/tool-design/tool-item";
import { randomId } from "./random-id";
import { changeCurrent, currentSet } from "./tool-set";
import { changeTools, restoreTools, setsOf, toolStore } from "./tool-store";

function changeItems(change: (tools: readonly ToolItem[]) => readonly ToolItem[], key = ""): void {
  changeTools(
    (state) => changeCurrent(state, (set) => ({ ...set, tools: change(set.tools), taken: false })),
    key,
  );
}

export function editTool(id: string, change: Partial<Omit<OwnItem, "id" | "kind">>): void {
  const key = `${id} ${Object.keys(change).join(" ")}`;
  changeItems(
    (tools) => tools.map((tool) => (tool.id === id && tool.kind === "own" ? { ...tool, ...change } : tool)),
    key,
  );
}

export function editServerTool(id: string, change: Partial<Pick<ServerItem, "definitionText">>): void {
  changeItems(
    (tools) =>
      tools.map((tool) => (tool.id === id && tool.kind === "server" ? { ...tool, ...change } : tool)),
    `${id} definition`,
  );
}

/** What was typed for the other kinds stays. */
export function chooseHandler(tool: OwnItem, handlerKind: string): void {
  const typed = tool.handlers[handlerKind] ?? firstHandlerValues(handlerKind);
  editTool(tool.id, { handlerKind, handlers: { ...tool.handlers, [handlerKind]: typed } });
}

/** Changes fields of the chosen handler's form. */
export function editHandler(tool: OwnItem, change: HandlerValues): void {
  const values = { ...tool.handlers[tool.handlerKind], ...change };
  const handlers = { ...tool.handlers, [tool.handlerKind]: values };
  const key = `${tool.id} ${Object.keys(change).join(" ")}`;
  changeItems(
    (tools) =>
      tools.map((each) => (each.id === tool.id && each.kind === "own" ? { ...each, handlers } : each)),
    key,
  );
}

/** @returns the id of the new tool */
export function addTool(handlerKind?: string): string {
  const names = currentSet(toolStore.getState()).tools.map(itemName);
  const tool = newTool(randomId(), names, handlerKind);
  addTools([tool]);
  return tool.id;
}

/** @returns the id of the new tool */
export function addServerTool(): string {
  const id = randomId();
  const definitionText = JSON.stringify(
    { type: "web_search_20250305", name: "web_search", max_uses: 5 },
    null,
    2,
  );
  addTools([{ id, enabled: true, kind: "server", definitionText }]);
  return id;
}

/** @returns the id of the tool in the set */
export function addBuiltin(name: BuiltinToolName): string {
  const id = randomId();
  addTools([{ id, enabled: true, kind: "builtin", name }]);
  return id;
}

/** Puts a definition of one's own in the place of a built-in tool; the built-in code goes on answering. */
export function takeBuiltinApart(
  id: string,
  { name, description, inputSchema }: { name: string; description: string; inputSchema: unknown },
): void {
  const own = itemOfTool({ name, description, inputSchema, handler: { kind: "builtin" } }, randomId);
  if (own === null) return;
  changeItems((tools) =>
    tools.map((tool) => (tool.id === id ? { ...own, id, enabled: tool.enabled } : tool)),
  );
}

export function addTools(added: readonly ToolItem[]): void {
  changeItems((tools) => [...tools, ...added]);
}

/** @returns the id of the copy, which stands behind its original; null for a built-in tool, which cannot be there twice */
export function duplicateTool(id: string): string | null {
  const { tools } = currentSet(toolStore.getState());
  const original = tools.find((tool) => tool.id === id);
  if (original === undefined || original.kind === "builtin") return null;
  const copy = { ...original, id: randomId() };
  const named = copy.kind === "own" ? { ...copy, name: freeName(copy.name, tools.map(itemName)) } : copy;
  changeItems((each) => each.flatMap((tool) => (tool.id === id ? [tool, named] : [tool])));
  return named.id;
}

/** @returns puts the tool back */
export function removeTool(id: string): () => void {
  const before = setsOf(toolStore.getState());
  changeItems((tools) => tools.filter((tool) => tool.id !== id));
  return () => restoreTools(before);
}

/** Moves a tool to where another one stands. */
export function moveTool(id: string, to: number): void {
  changeItems((tools) => {
    const moved = tools.find((tool) => tool.id === id);
    if (moved === undefined) return tools;
    const rest = tools.filter((tool) => tool.id !== id);
    return [...rest.slice(0, to), moved, ...rest.slice(to)];
  });
}

/** Makes the tool answer with a result it once gave; what its other handlers were is kept. */
export function saveAsFixedReply(id: string, { content, isError }: ToolResult): void {
  const fixed = valuesOfHandler({ kind: "fixed", content, isError }, randomId);
  changeItems((tools) =>
    tools.map((tool) =>
      tool.id === id && tool.kind === "own"
        ? { ...tool, handlerKind: "fixed", handlers: { ...tool.handlers, fixed } }
        : tool,
    ),
  );
}

/** One press that puts something right. */
export function applyFix(id: string, fix: (tool: OwnItem) => OwnItem): void {
  changeItems((tools) => tools.map((tool) => (tool.id === id && tool.kind === "own" ? fix(tool) : tool)));
}
