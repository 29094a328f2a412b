import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { closedMessage, foldStreamEvents, type MessageDraft, messageOf } from "./message-draft";

const start = (message: JsonObject = {}) => ({
  type: "message_start",
  message: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    content: [],
    usage: { input_tokens: 5 },
    ...message,
  },
});
const open = (index: number, content_block: JsonObject) => ({
  type: "content_block_start",
  index,
  content_block,
});
const delta = (index: number, change: JsonObject) => ({ type: "content_block_delta", index, delta: change });
const close = (index: number) => ({ type: "content_block_stop", index });
const json = (partial_json: string) => ({ type: "input_json_delta", partial_json });

function fold(...events: JsonObject[]): MessageDraft {
  const draft = foldStreamEvents(null, events);
  if (draft === null) throw new Error("the stream began no message");
  return draft;
}

describe("a message that streams in", () => {
  it("is nothing before its start, whatever comes first", () => {
    expect(
      foldStreamEvents(null, [{ type: "ping" }, delta(0, { type: "text_delta", text: "x" })]),
    ).toBeNull();
  });

  it("puts text, thinking, signatures and citations together", () => {
    const draft = fold(
      start(),
      open(0, { type: "thinking", thinking: "" }),
      delta(0, { type: "thinking_delta", thinking: "Hm" }),
      delta(0, { type: "thinking_delta", thinking: "." }),
      delta(0, { type: "signature_delta", signature: "sig" }),
      close(0),
      open(1, { type: "text", text: "" }),
      delta(1, { type: "text_delta", text: "It is " }),
      delta(1, { type: "citations_delta", citation: { cited_text: "a" } }),
      delta(1, { type: "text_delta", text: "warm." }),
      delta(1, { type: "citations_delta", citation: { cited_text: "b" } }),
      close(1),
    );
    expect(messageOf(draft).content).toEqual([
      { type: "thinking", thinking: "Hm.", signature: "sig" },
      { type: "text", text: "It is warm.", citations: [{ cited_text: "a" }, { cited_text: "b" }] },
    ]);
  });

  it("keeps the text of a tool input while it arrives and parses it once it is whole", () => {
    const events = [
      start(),
      open(0, { type: "tool_use", id: "a", name: "n", input: {} }),
      delta(0, json('{"x"')),
    ];
    const cut = fold(...events);
    expect(cut.blocks[0]).toMatchObject({ inputText: '{"x"', closed: false, value: { input: {} } });
    const whole = fold(...events, delta(0, json(": [1]}")), close(0));
    expect(whole.blocks[0]?.value.input).toEqual({ x: [1] });
  });

  it("reads a tool input when its block ends, and gives null for text that is no JSON", () => {
    const call = (...texts: string[]) =>
      fold(
        start(),
        open(0, { type: "tool_use", id: "a", name: "n", input: {} }),
        ...texts.map((text) => delta(0, json(text))),
      );
    const ended = (draft: MessageDraft) => foldStreamEvents(draft, [close(0)])?.blocks[0];
    const inputs = [call('{"x":1}'), call(), call('{"x":'), call("[1]")].map(
      (draft) => ended(draft)?.value.input,
    );
    expect(inputs).toEqual([{ x: 1 }, {}, null, [1]]);
    expect(call('{"x":1}').blocks[0]).toMatchObject({ closed: false, inputText: '{"x":1}' });
  });

  it("lets message_delta overwrite counts and leaves alone what it does not give", () => {
    const draft = fold(
      start(),
      {
        type: "message_delta",
        delta: { stop_reason: "tool_use" },
        usage: { output_tokens: 7, input_tokens: null },
      },
      { type: "message_delta", delta: {}, usage: { output_tokens: 9 } },
      { type: "message_stop" },
    );
    expect(draft.fields).toMatchObject({
      stop_reason: "tool_use",
      usage: { input_tokens: 5, output_tokens: 9 },
    });
    expect(draft.closed).toBe(true);
  });

  it("keeps blocks and events it does not know without tripping", () => {
    const draft = fold(
      start(),
      open(0, { type: "hologram", shape: "cube" }),
      delta(0, { type: "hologram_delta", shape: "ball" }),
      { type: "something_new" },
      delta(7, { type: "text_delta", text: "to a block that is not there" }),
      close(0),
    );
    expect(messageOf(draft).content).toEqual([{ type: "hologram", shape: "cube" }]);
  });

  it("never changes the message before, so that an older screen stays true", () => {
    const before = fold(start(), open(0, { type: "text", text: "a" }));
    foldStreamEvents(before, [delta(0, { type: "text_delta", text: "b" }), close(0)]);
    expect(before.blocks[0]).toEqual({ value: { type: "text", text: "a" }, inputText: "", closed: false });
  });
});

it("an answer that was no stream is a finished message", () => {
  const message = { id: "msg_1", content: [{ type: "text", text: "a" }], stop_reason: "end_turn" };
  const draft = closedMessage(message);
  expect([draft.closed, draft.blocks[0]?.closed]).toEqual([true, true]);
  expect(messageOf(draft)).toEqual(message);
});
