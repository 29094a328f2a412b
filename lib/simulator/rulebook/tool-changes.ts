// Which tools does a conversation add and remove along the way?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { placedBlocks, placeOfBlock } from "./request-facts";

export type ToolChange = {
  readonly path: string;
  readonly kind: "tool_addition" | "tool_removal";
  /** What the block names: a reference, or for an addition a whole definition. */
  readonly tool: JsonObject;
};

/** The changes in the order of the conversation. */
export function toolChanges({ messages }: MessagesRequest): readonly ToolChange[] {
  return placedBlocks(messages)
    .filter(({ block }) => isChange(block))
    .flatMap((placed) => changeIn(placed.block, placeOfBlock(placed)));
}

/** With those that a summary reports of the messages whose place it has taken. */
export function toolChangesInEffect({ messages }: MessagesRequest): readonly ToolChange[] {
  return placedBlocks(messages)
    .filter(({ block }) => isChange(block) || block.type === "compaction")
    .flatMap((placed) => {
      const { block } = placed;
      const path = placeOfBlock(placed);
      if (block.type !== "compaction") return changeIn(block, path);
      const reported: readonly unknown[] = Array.isArray(block.tool_changes) ? block.tool_changes : [];
      return reported.flatMap((change, at) => changeIn(change, `${path}.compaction.tool_changes.${at}`));
    });
}

function isChange({ type }: ContentBlock): boolean {
  return type === "tool_addition" || type === "tool_removal";
}

function changeIn(block: unknown, path: string): readonly ToolChange[] {
  if (!isJsonObject(block)) return [];
  const { type: kind, tool } = block;
  return (kind === "tool_addition" || kind === "tool_removal") && isJsonObject(tool)
    ? [{ path, kind, tool }]
    : [];
}

export function addedDefinition({ kind, tool }: ToolChange): JsonObject | undefined {
  return kind === "tool_addition" && tool.type === "tool_definition" && isJsonObject(tool.definition)
    ? tool.definition
    : undefined;
}

/** The definitions that system messages bring into the conversation. */
export function addedDefinitions(request: MessagesRequest): readonly JsonObject[] {
  return toolChangesInEffect(request)
    .map(addedDefinition)
    .filter((definition) => definition !== undefined);
}

export type NamedReference = { readonly name: string };

/** What tool searches, the API's and the caller's own, have found: each `tool_reference` in the history. */
export function foundReferences({ messages }: MessagesRequest): readonly NamedReference[] {
  return placedBlocks(messages).flatMap(({ block }) => referencesIn(block));
}

function referencesIn({ type, content }: ContentBlock): readonly NamedReference[] {
  if (type === "tool_result") return named(content);
  return type === "tool_search_tool_result" && isJsonObject(content) ? named(content.tool_references) : [];
}

function named(list: unknown): readonly NamedReference[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) =>
    isJsonObject(item) && item.type === "tool_reference" && typeof item.tool_name === "string"
      ? [{ name: item.tool_name }]
      : [],
  );
}
