import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { addsNothing, type ComparableBody, requestBodyDelta, wholeRequestBody } from "./request-body-delta";

const user = (text: string) => ({ role: "user", content: text });
const tools = [{ name: "get_weather", input_schema: { type: "object" } }];

function deltas(...bodies: readonly (JsonObject | string)[]) {
  let before: ComparableBody | null = null;
  return bodies.map((body, index) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const earlier = before;
    const { delta, comparable } = requestBodyDelta(`r${index + 1}`, text, text.length, before);
    before = comparable;
    return { delta, repeats: addsNothing(delta, earlier) };
  });
}

/** Every body put together again from nothing but the deltas. */
function roundTrip(...bodies: readonly JsonObject[]): unknown[] {
  let base: JsonObject | null = null;
  return deltas(...bodies).map(({ delta }) => {
    const whole: JsonObject | string = wholeRequestBody(delta, base);
    base = typeof whole === "string" ? base : whole;
    return whole;
  });
}

describe("the delta of a request body", () => {
  it("holds everything for the first request", () => {
    const body = { model: "m", system: "s", tools, messages: [user("a")] };
    expect(deltas(body)[0]?.delta).toEqual({
      kind: "json",
      bytes: JSON.stringify(body).length,
      base: null,
      kept: { messages: 0, tools: false, system: false },
      fields: body,
    });
  });

  it("holds only new messages where history, tools and system are repeated", () => {
    const first = { model: "m", system: "s", tools, messages: [user("a")] };
    const [, second] = deltas(first, { ...first, messages: [user("a"), user("b"), user("c")] });
    expect(second?.delta).toMatchObject({
      base: "r1",
      kept: { messages: 1, tools: true, system: true },
      fields: { model: "m", messages: [user("b"), user("c")] },
    });
  });

  it("starts anew at the first message that differs", () => {
    const [, second] = deltas(
      { messages: [user("a"), user("b")] },
      { messages: [user("a"), user("X"), user("b")] },
    );
    expect(second?.delta).toMatchObject({
      kept: { messages: 1 },
      fields: { messages: [user("X"), user("b")] },
    });
  });

  it("does not grow with the square of the conversation", () => {
    const history = Array.from({ length: 100 }, (_, index) => user(`message ${index}`.padEnd(200)));
    const bodies = history.map((_, index) => ({ tools, messages: history.slice(0, index + 1) }));
    const logged = deltas(...bodies).reduce((sum, { delta }) => sum + JSON.stringify(delta).length, 0);
    expect(logged).toBeLessThan(3 * JSON.stringify(history).length);
  });

  it("gives every body back whole, dropped and changed parts too", () => {
    const bodies: JsonObject[] = [
      { model: "m", system: "s", tools, messages: [user("a")] },
      { model: "m", system: "s", tools, messages: [user("a"), user("b")] },
      { model: "m", messages: [user("b")] },
      { model: "n", system: "t", tools: [], messages: [user("b"), user("c")] },
      { model: "n", thread: { type: "continue" } },
      { model: "n", messages: [] },
    ];
    expect(roundTrip(...bodies)).toEqual(bodies);
  });

  it("keeps text that is no JSON object, and compares the next body with the one before it", () => {
    const [, broken, third] = deltas({ messages: [user("a")] }, "{not json", {
      messages: [user("a"), user("b")],
    });
    expect(broken?.delta).toEqual({ kind: "text", bytes: 9, text: "{not json" });
    expect(wholeRequestBody({ kind: "text", bytes: 9, text: "{not json" }, null)).toBe("{not json");
    expect(third?.delta).toMatchObject({ base: "r1", kept: { messages: 1 } });
    expect(deltas("[1]")[0]?.delta.kind).toBe("text");
  });
});

describe("a body that adds nothing", () => {
  it("is the same conversation again: another attempt", () => {
    const body = { messages: [user("a")] };
    expect(deltas(body, body).map(({ repeats }) => repeats)).toEqual([false, true]);
    expect(deltas(body, { ...body, max_tokens: 9 })[1]?.repeats).toBe(true);
  });

  it("is not the same words behind another reply of a thread", () => {
    const behind = (id: string) => ({
      messages: [user("go on")],
      thread: { type: "continue", previous_message_id: id },
    });
    expect(deltas(behind("msg_1"), behind("msg_2"), behind("msg_2")).map(({ repeats }) => repeats)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("is not a shorter, a longer or an empty conversation", () => {
    const two = { messages: [user("a"), user("b")] };
    expect(deltas(two, { messages: [user("a")] })[1]?.repeats).toBe(false);
    expect(deltas({ messages: [user("a")] }, two)[1]?.repeats).toBe(false);
    expect(deltas({ messages: [] }, { messages: [] })[1]?.repeats).toBe(false);
  });
});
