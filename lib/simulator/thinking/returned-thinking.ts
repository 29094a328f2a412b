// What has become of the thinking blocks that a request sends back?

import type { CatalogueModel } from "../api/catalogue-model";
import { isThinking } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { prefixesOf } from "./conversation-prefix";
import { readSignature, type SignatureReading } from "./signature";

export const bindingBeta = "thinking-binding-controls-2026-08-01";

export type ReturnedThinking = {
  readonly message: number;
  readonly index: number;
  readonly isInLatestTurn: boolean;
  readonly reading: SignatureReading;
};

const known = new WeakMap<MessagesRequest, readonly ReturnedThinking[]>();

/** Every thinking block of the request, read once: several rules ask. */
export function returnedThinking(
  request: MessagesRequest,
  model: CatalogueModel,
): readonly ReturnedThinking[] {
  const before = known.get(request);
  if (before !== undefined) return before;
  const found = read(request, model);
  known.set(request, found);
  return found;
}

function read(request: MessagesRequest, model: CatalogueModel): readonly ReturnedThinking[] {
  const { messages } = request;
  if (!messages.some((message) => blocksOf(message).some(isThinking))) return [];
  const { ofRun } = prefixesOf(request);
  const latest = messages.findLastIndex(({ role }) => role === "assistant");
  return messages.flatMap((message, position) => {
    const prefix = ofRun.get(position);
    if (prefix === undefined) return [];
    return blocksOf(message).flatMap((block, index) => {
      if (!isThinking(block)) return [];
      const reading = readSignature(block.thinking, block.signature, { modelId: model.id, prefix });
      return [{ message: position, index, isInLatestTurn: position === latest, reading }];
    });
  });
}

/** Blocks of this very model behind another conversation, on a model that looks. Blocks of other models are not read. */
export function mismatched(request: MessagesRequest, model: CatalogueModel): readonly ReturnedThinking[] {
  if (!model.bindsThinking) return [];
  return returnedThinking(request, model).filter(
    ({ reading }) => reading.is === "intact" && reading.isOfModel && reading.changed.length > 0,
  );
}

export function dropsMismatched({ thinking }: MessagesRequest): boolean {
  return thinking?.block_binding?.prefix_mismatch_behavior === "drop_block";
}

export type InputTransformation = {
  readonly type: "thinking_dropped";
  readonly path: string;
  readonly reason: "prefix_binding_mismatch";
};

/**
 * The request as the model reads it, and what was taken out of it: a block behind another conversation, and the
 * thinking blocks that follow it in its message.
 */
export function withoutMismatched(
  request: MessagesRequest,
  model: CatalogueModel,
): { readonly request: MessagesRequest; readonly transformations: readonly InputTransformation[] } {
  const failed = dropsMismatched(request) ? mismatched(request, model) : [];
  if (failed.length === 0) return { request, transformations: [] };
  const transformations: InputTransformation[] = [];
  const messages = request.messages.map((message, position) => {
    const from = failed.find((each) => each.message === position)?.index;
    if (from === undefined) return message;
    const content = blocksOf(message).filter((block, index) => {
      if (!isThinking(block) || index < from) return true;
      const path = `messages.${position}.content.${index}`;
      transformations.push({ type: "thinking_dropped", path, reason: "prefix_binding_mismatch" });
      return false;
    });
    return { ...message, content };
  });
  return { request: { ...request, messages }, transformations };
}
