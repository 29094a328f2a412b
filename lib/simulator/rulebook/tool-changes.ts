// Which tools does a conversation add and remove along the way?

import type { ContentBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";

export type ToolChange = {
  readonly path: string;
  readonly kind: "tool_addition" | "tool_removal";
  /** What the block names: a reference, or for an addition a whole definition. */
  readonly tool: JsonObject;
};

/** The changes in the order of the conversation. */
export function toolChanges({ messages }: MessagesRequest): readonly ToolChange[] {
  return messages.flatMap((message, index) =>
    blocksOf(message).flatMap((block, position) => {
      const { type: kind, tool } = block;
      if ((kind !== "tool_addition" && kind !== "tool_removal") || !isJsonObject(tool)) return [];
      return [{ path: `messages.${index}.content.${position}`, kind, tool }];
    }),
  );
}

export function addedDefinition({ kind, tool }: ToolChange): JsonObject | undefined {
  return kind === "tool_addition" && tool.type === "tool_definition" && isJsonObject(tool.definition)
    ? tool.definition
    : undefined;
}

/** The definitions that system messages bring into the conversation. */
export function addedDefinitions(request: MessagesRequest): readonly JsonObject[] {
  return toolChanges(request)
    .map(addedDefinition)
    .filter((definition) => definition !== undefined);
}

export type NamedReference = { readonly name: string };

/** What tool searches, the API's and the caller's own, have found: each `tool_reference` in the history. */
export function foundReferences({ messages }: MessagesRequest): readonly NamedReference[] {
  return messages.flatMap((message) => blocksOf(message).flatMap(referencesIn));
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
