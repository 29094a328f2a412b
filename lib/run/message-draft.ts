// What does an assistant message look like while its stream events arrive?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { parsedJson } from "@/lib/protocol/parsed-json";

/** A content block as far as it has arrived. `inputText` is the tool input's JSON text so far, complete or not. */
export type BlockDraft = {
  readonly value: JsonObject;
  readonly inputText: string;
  readonly closed: boolean;
};

/** A message as far as it has arrived. `fields` is everything but `content`: id, model, stop_reason, usage, ... */
export type MessageDraft = {
  readonly fields: JsonObject;
  readonly blocks: readonly BlockDraft[];
  /** True once `message_stop` was seen: a message without it was cut. */
  readonly closed: boolean;
};

/** A draft while events are folded into it. Only blocks in `owned` are copies that may be written to. */
type OpenBlock = { value: JsonObject; inputText: string; closed: boolean };
type OpenDraft = { fields: JsonObject; blocks: OpenBlock[]; closed: boolean; owned: Set<number> };

/**
 * Folds stream events that arrived together into the message before them (Messages API streaming, event order
 * `message_start`, blocks, `message_delta`, `message_stop`). Kinds it does not know leave the message as it is.
 *
 * @param before the message so far, null before `message_start`
 * @returns a fresh message: `before` and its blocks are never changed
 */
export function foldStreamEvents(
  before: MessageDraft | null,
  events: readonly JsonObject[],
): MessageDraft | null {
  let draft = before === null ? null : openDraft(before);
  for (const event of events) {
    if (event.type === "message_start" && isJsonObject(event.message)) draft = draftOf(event.message);
    else if (draft !== null) applyStreamEvent(draft, event);
  }
  return draft === null ? null : { fields: draft.fields, blocks: draft.blocks, closed: draft.closed };
}

/** @returns a whole message (the body of an answer that was no stream) as a finished draft */
export function closedMessage(message: JsonObject): MessageDraft {
  const draft = draftOf(message);
  return {
    fields: draft.fields,
    blocks: draft.blocks.map((block) => ({ ...block, closed: true })),
    closed: true,
  };
}

/** @returns the message as the Messages API would have answered it in one piece */
export function messageOf(draft: MessageDraft): JsonObject {
  return { ...draft.fields, content: draft.blocks.map((block) => block.value) };
}

function draftOf(message: JsonObject): OpenDraft {
  const { content, ...fields } = message;
  const values = Array.isArray(content) ? content.filter(isJsonObject) : [];
  const blocks = values.map((value) => ({ value, inputText: "", closed: false }));
  return { fields, blocks, closed: false, owned: new Set() };
}

function openDraft(draft: MessageDraft): OpenDraft {
  return { fields: draft.fields, blocks: [...draft.blocks], closed: draft.closed, owned: new Set() };
}

function applyStreamEvent(draft: OpenDraft, event: JsonObject): void {
  switch (event.type) {
    case "content_block_start":
      if (isJsonObject(event.content_block) && typeof event.index === "number") {
        draft.blocks[event.index] = { value: { ...event.content_block }, inputText: "", closed: false };
        draft.owned.add(event.index);
      }
      return;
    case "content_block_delta": {
      const block = ownBlock(draft, event.index);
      if (block !== undefined && isJsonObject(event.delta)) applyDelta(block, event.delta);
      return;
    }
    case "content_block_stop": {
      const block = ownBlock(draft, event.index);
      if (block !== undefined) closeBlock(block);
      return;
    }
    case "message_delta":
      draft.fields = mergeMessageDelta(draft.fields, event);
      return;
    case "message_stop":
      draft.closed = true;
      return;
  }
}

/** One copy of a block serves all events that arrived together: most of them are deltas of the same one. */
function ownBlock(draft: OpenDraft, index: unknown): OpenBlock | undefined {
  const block = typeof index === "number" ? draft.blocks[index] : undefined;
  if (block === undefined || typeof index !== "number" || draft.owned.has(index)) return block;
  const copy = { ...block, value: { ...block.value } };
  draft.blocks[index] = copy;
  draft.owned.add(index);
  return copy;
}

function applyDelta(block: OpenBlock, delta: JsonObject): void {
  const { value } = block;
  switch (delta.type) {
    case "text_delta":
      value.text = `${value.text ?? ""}${delta.text ?? ""}`;
      return;
    case "thinking_delta":
      value.thinking = `${value.thinking ?? ""}${delta.thinking ?? ""}`;
      return;
    case "signature_delta":
      value.signature = delta.signature;
      return;
    case "input_json_delta":
      block.inputText += String(delta.partial_json ?? "");
      return;
    case "citations_delta":
      value.citations = [...(Array.isArray(value.citations) ? value.citations : []), delta.citation];
      return;
    case "compaction_delta": {
      const { type: _type, ...fields } = delta;
      block.value = { ...value, ...fields };
      return;
    }
  }
}

/** The input is parsed once, when it is whole; text that is no JSON leaves null, which no tool is run with. */
function closeBlock(block: OpenBlock): void {
  block.closed = true;
  if (block.inputText !== "") block.value.input = parsedJson(block.inputText) ?? null;
}

/** Usage in `message_delta` is cumulative and overwrites where it is given; so do the fields of `delta`. */
function mergeMessageDelta(fields: JsonObject, event: JsonObject): JsonObject {
  const { type: _type, delta, usage, ...rest } = event;
  const before = isJsonObject(fields.usage) ? fields.usage : {};
  const counted = isJsonObject(usage) ? Object.entries(usage).filter(([, count]) => count !== null) : [];
  return {
    ...fields,
    ...rest,
    ...(isJsonObject(delta) ? delta : {}),
    usage: { ...before, ...Object.fromEntries(counted) },
  };
}
