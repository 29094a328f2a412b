// Which tool changes lead from a request's `tools` to the tools in effect at the end of its messages?

import type { MessagesRequest } from "../api/messages-request";
import { canonicalJson, isJsonObject, type JsonObject } from "../json/canonical-json";
import { foundReferences, toolChangesInEffect } from "../rulebook/tool-changes";

export type NetToolChange = {
  readonly type: "tool_addition" | "tool_removal";
  readonly tool: JsonObject;
};

/**
 * The last change of each tool, and an addition for each deferred tool that a search has found. What is as `tools` has it
 * anyway is left out. Undefined where there are no tools at all, so that there is nothing to say about them.
 */
export function netToolChanges(request: MessagesRequest): readonly NetToolChange[] | undefined {
  const { tools = [] } = request;
  const changes = toolChangesInEffect(request);
  if (tools.length === 0 && changes.length === 0) return undefined;
  const last = new Map<string, NetToolChange>();
  const set = (key: string, change: NetToolChange) => {
    last.delete(key);
    last.set(key, change);
  };
  for (const { name } of foundReferences(request))
    set(name, { type: "tool_addition", tool: { type: "tool_reference", name } });
  for (const { kind, tool } of changes) set(keyOf(tool), { type: kind, tool: withoutMark(tool) });
  const declared = new Map(tools.map((tool) => [tool.name, tool.defer_loading === true]));
  return [...last].flatMap(([name, change]) => (isAsDeclared(change, declared.get(name)) ? [] : [change]));
}

/** @param isDeferred undefined where `tools` does not hold the tool */
function isAsDeclared({ type, tool }: NetToolChange, isDeferred: boolean | undefined): boolean {
  if (tool.type !== "tool_reference") return false;
  return type === "tool_removal" ? isDeferred === undefined : isDeferred === false;
}

function keyOf(tool: JsonObject): string {
  const named = isJsonObject(tool.definition) ? tool.definition : tool;
  return typeof named.name === "string" && named.server_name === undefined
    ? named.name
    : canonicalJson(named);
}

function withoutMark(tool: JsonObject): JsonObject {
  if (!isJsonObject(tool.definition)) return tool;
  const { cache_control: _mark, ...definition } = tool.definition;
  return { ...tool, definition };
}
