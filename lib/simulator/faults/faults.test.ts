// Does each ordered failure look to a client like the real one, and strike when it should?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, chunksOf, errorIn, eventsOf } from "../testing/ask";
import { playgroundTools } from "../testing/tools";
import { createAttemptCounter } from "./attempt-counter";
import type { Fault } from "./fault";

function simulatorWith(...faults: readonly Fault[]) {
  const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
  simulator.registerScript("run", { faults });
  return (stream: boolean, messages?: unknown) =>
    ask(simulator, {
      path: "/~run/v1/messages",
      body: bodyWith({ tools: playgroundTools, stream, ...(messages !== undefined && { messages }) }),
    });
}

const textOf = async (response: Awaited<ReturnType<ReturnType<typeof simulatorWith>>>) =>
  (await chunksOf(response)).join("");

describe("a fault", () => {
  test("of status answers with the envelope, the type and retry-after", async () => {
    const response = await simulatorWith({ turn: 1, kind: "status", status: 429, retryAfter: 2 })(true);
    expect(errorIn(response)).toMatchObject({ status: 429, type: "rate_limit_error" });
    expect(new Headers(response.headers).get("retry-after")).toBe("2");
  });

  test("in mid-stream ends it with an error event", async () => {
    const events = eventsOf(
      await textOf(await simulatorWith({ turn: 1, kind: "mid-stream-error", afterEvents: 5 })(true)),
    );
    expect(events).toHaveLength(6);
    expect(events.at(-1)).toMatchObject({
      type: "error",
      error: { type: "overloaded_error", message: "Overloaded" },
    });
  });

  test("that cuts ends cleanly in the middle of the first tool call", async () => {
    const events = eventsOf(await textOf(await simulatorWith({ turn: 1, kind: "cut" })(true)));
    expect(Object(events.at(-1)?.delta).type).toBe("input_json_delta");
    const json = events.map(({ delta }) => Object(delta).partial_json ?? "").join("");
    expect(json.length).toBeGreaterThan(0);
    expect(() => JSON.parse(json)).toThrow();
  });

  test("that resets breaks the body off", async () => {
    for (const stream of [true, false]) {
      const response = await simulatorWith({ turn: 1, kind: "reset" })(stream);
      await expect(textOf(response)).rejects.toThrow("broke off");
    }
  });

  test("that stalls says nothing for a while and then goes on", async () => {
    const startedAt = performance.now();
    const text = await textOf(await simulatorWith({ turn: 1, kind: "stall", delayMs: 150 })(true));
    expect(performance.now() - startedAt).toBeGreaterThan(140);
    expect(eventsOf(text).at(-1)?.type).toBe("message_stop");
  });

  test("of garbage sends what is no JSON", async () => {
    const text = await textOf(await simulatorWith({ turn: 1, kind: "garbage", afterEvents: 3 })(true));
    expect(() => eventsOf(text)).toThrow();
    const whole = await textOf(await simulatorWith({ turn: 1, kind: "garbage" })(false));
    expect(() => JSON.parse(whole)).toThrow();
  });

  test("of content type sends a page instead", async () => {
    const response = await simulatorWith({ turn: 1, kind: "wrong-content-type" })(true);
    expect(new Headers(response.headers).get("content-type")).toBe("text/html");
    expect(await textOf(response)).toMatch(/^<!doctype html>/);
  });

  test("of an unknown event slips one in and leaves the rest as it is", async () => {
    const events = eventsOf(await textOf(await simulatorWith({ turn: 1, kind: "unknown-event" })(true)));
    const expected = eventsOf(await textOf(await simulatorWith()(true)));
    expect(events.filter(({ type }) => type !== "weather_report")).toEqual(expected);
    expect(events).toHaveLength(expected.length + 1);
  });

  test("of an empty body sends nothing, with status 200", async () => {
    for (const stream of [true, false]) {
      const response = await simulatorWith({ turn: 1, kind: "empty-body" })(stream);
      expect([response.status, await textOf(response)]).toEqual([200, ""]);
    }
  });

  test("of slow headers answers late, and well", async () => {
    const startedAt = performance.now();
    const response = await simulatorWith({ turn: 1, kind: "slow-headers", delayMs: 120 })(false);
    expect(performance.now() - startedAt).toBeGreaterThan(110);
    expect(response.status).toBe(200);
  });
});

describe("when a fault strikes", () => {
  test("only the attempt it names", async () => {
    const send = simulatorWith(
      { turn: 1, attempt: 2, kind: "status", status: 500 },
      { turn: 1, attempt: 1, kind: "status", status: 529 },
    );
    expect([(await send(false)).status, (await send(false)).status, (await send(false)).status]).toEqual([
      529, 500, 200,
    ]);
  });

  test("again for the next who plays it, once the turn was answered", async () => {
    const send = simulatorWith({ turn: 1, attempt: 1, kind: "status" });
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await send(false)).status);
    expect(statuses).toEqual([529, 200, 529, 200]);
  });

  test("every attempt where it names none", async () => {
    const send = simulatorWith({ turn: 1, kind: "status" });
    expect([(await send(false)).status, (await send(false)).status]).toEqual([529, 529]);
  });

  test("only the turn it names", async () => {
    const send = simulatorWith({ turn: 2, kind: "status" });
    expect((await send(false)).status).toBe(200);
    const call = { type: "tool_use", id: "toolu_1", name: "get_weather", input: { location: "Paris" } };
    const history = [
      { role: "user", content: "What is the weather in Paris?" },
      { role: "assistant", content: [call] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "toolu_1", content: "Sunny" }] },
    ];
    expect((await send(false, history)).status).toBe(529);
  });

  test("is refused where it is no fault", () => {
    const simulator = createSimulator();
    expect(() => simulator.registerScript("run", { faults: [{ turn: 0, kind: "cut" }] })).toThrow();
  });
});

test("attempts at a history are forgotten after ten minutes", () => {
  let now = 0;
  const counter = createAttemptCounter(() => now);
  expect([counter.next("a"), counter.next("a"), counter.next("b")]).toEqual([1, 2, 1]);
  now = 11 * 60_000;
  expect(counter.next("a")).toBe(1);
});
