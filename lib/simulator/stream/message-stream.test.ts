// Does a stream have the events of a real one, in their order?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, chunksOf, eventsOf } from "../testing/ask";
import { playgroundTools } from "../testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });

async function streamOf(path: string, fields: Record<string, unknown>) {
  const response = await ask(simulator, {
    path,
    body: bodyWith({ tools: playgroundTools, stream: true, ...fields }),
  });
  return { response, events: eventsOf((await chunksOf(response)).join("")) };
}

describe("a stream", () => {
  test("opens, pings once, gives block after block, and closes", async () => {
    const { events } = await streamOf("/v1/messages", {});
    const kinds = events.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]);
    expect(kinds).toEqual([
      "message_start",
      "ping",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
    ]);
    expect(events.filter(({ type }) => type === "content_block_start").map(({ index }) => index)).toEqual([
      0, 1,
    ]);
  });

  test("starts a tool call with an empty input and an empty first piece", async () => {
    const { events } = await streamOf("/v1/messages", {});
    expect(
      events.find(({ content_block }) => Object(content_block).type === "tool_use")?.content_block,
    ).toMatchObject({
      name: "get_weather",
      input: {},
      caller: { type: "direct" },
    });
    const pieces = events.flatMap(({ delta }) => {
      const { type, partial_json: piece } = Object(delta);
      return type === "input_json_delta" ? [String(piece)] : [];
    });
    expect(pieces[0]).toBe("");
    expect(JSON.parse(pieces.join(""))).toEqual({ location: "Paris" });
  });

  test("gives the signature last in a thinking block", async () => {
    const { events } = await streamOf("/~thinking-with-tools/v1/messages", {
      thinking: { type: "adaptive", display: "summarized" },
    });
    const first = events
      .filter(({ type, index }) => type === "content_block_delta" && index === 0)
      .map(({ delta }) => Object(delta).type);
    expect(new Set(first.slice(0, -1))).toEqual(new Set(["thinking_delta"]));
    expect(first.at(-1)).toBe("signature_delta");
  });

  test("gives results of server tools whole, without deltas", async () => {
    const { events } = await streamOf("/~pause-turn/v1/messages", {});
    const start = events.findIndex(
      ({ content_block }) => Object(content_block).type === "web_search_tool_result",
    );
    expect(events[start + 1]?.type).toBe("content_block_stop");
  });

  test("says the stop reason and the whole usage at its end", async () => {
    const { events } = await streamOf("/v1/messages", {});
    const [opening, closing] = [events[0], events.at(-2)];
    expect(Object(opening?.message)).toMatchObject({
      content: [],
      stop_reason: null,
      usage: { output_tokens: 1 },
    });
    expect(closing).toMatchObject({
      type: "message_delta",
      delta: { stop_reason: "tool_use", stop_sequence: null },
    });
    expect(Object(closing?.usage).output_tokens).toBeGreaterThan(10);
  });

  test("asks every proxy not to hold it back", async () => {
    const { response } = await streamOf("/v1/messages", {});
    const headers = new Headers(response.headers);
    expect(headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(headers.get("x-accel-buffering")).toBe("no");
  });

  test("never splits a character between two pieces", async () => {
    simulator.registerScript("emoji", { turns: [{ content: [{ type: "text", text: "🙂".repeat(500) }] }] });
    const { events } = await streamOf("/~emoji/v1/messages", {});
    const pieces = events.flatMap(({ delta }) =>
      Object(delta).type === "text_delta" ? [String(Object(delta).text)] : [],
    );
    expect(pieces.join("")).toBe("🙂".repeat(500));
    expect(pieces.every((piece) => /^(?:🙂)+$/u.test(piece))).toBe(true);
  });
});
