// Does the simulator answer anything at all with the API's own envelope, and the same thing the same way?

import { createHash, randomBytes } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createSimulator } from "./simulator";
import { ask, bodyWith, chunksOf, errorIn, messageFrom, usualHeaders } from "./testing/ask";
import { playgroundTools } from "./testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const header = (response: { headers: [string, string][] }, name: string) =>
  new Headers(response.headers).get(name);

describe("endpoints", () => {
  test.each([
    ["GET", "/v1/models", 200],
    ["GET", "/v1/models/claude-opus-5", 200],
    ["GET", "/v1/models/claude-3", 404],
    ["POST", "/v1/messages/", 200],
    ["GET", "/v1/messages", 404],
    ["POST", "/v1/complete", 404],
    ["POST", "/", 404],
    ["POST", "/~four-parallel-calls", 404],
  ])("%s %s answers %i", async (method, path, status) => {
    expect((await ask(simulator, { method, path })).status).toBe(status);
  });

  test("counts tokens without a limit on the reply", async () => {
    const path = "/v1/messages/count_tokens";
    const short = JSON.parse(
      String((await ask(simulator, { path, body: bodyWith({ max_tokens: undefined }) })).body),
    );
    const long = JSON.parse(
      String((await ask(simulator, { path, body: bodyWith({ tools: playgroundTools }) })).body),
    );
    expect(short.input_tokens).toBeGreaterThan(5);
    expect(long.input_tokens).toBeGreaterThan(short.input_tokens + 346);
  });

  test("pages through the models", async () => {
    const page = async (query: string) =>
      JSON.parse(String((await ask(simulator, { method: "GET", path: "/v1/models", query })).body));
    const first = await page("limit=2");
    expect(first).toMatchObject({ has_more: true, first_id: "claude-fable-5-2" });
    const second = await page(`limit=2&after_id=${first.last_id}`);
    expect(second.data[0].id).not.toBe(first.last_id);
    expect((await page(`limit=2&before_id=${second.first_id}`)).last_id).toBe(first.last_id);
    expect((await ask(simulator, { method: "GET", path: "/v1/models", query: "limit=0" })).status).toBe(400);
  });

  test("says which scripts there are where a path names none of them", async () => {
    const error = errorIn(await ask(simulator, { path: "/~no-such-thing/v1/messages" }));
    expect(error).toMatchObject({ status: 404, type: "not_found_error" });
    expect(error?.message).toContain("~four-parallel-calls");
  });
});

describe("every answer", () => {
  test("carries a request id, which its error body repeats", async () => {
    const response = await ask(simulator, { body: "{" });
    const id = header(response, "request-id");
    expect(id).toMatch(/^req_01[1-9A-HJ-NP-Za-km-z]{22}$/);
    expect(JSON.parse(String(response.body)).request_id).toBe(id);
    expect(header(response, "anthropic-ratelimit-requests-remaining")).toBe("3999");
  });

  test("tells which headers arrived, in their order and case, repeats kept", async () => {
    const headers: [string, string][] = [
      ...usualHeaders.map(([name, value]): [string, string] => [name, value]),
      ["X-Twice", "a"],
      ["x-twice", "ü"],
    ];
    const encoded = header(await ask(simulator, { headers }), "x-simulator-received-headers") ?? "";
    expect(JSON.parse(inflateRawSync(Buffer.from(encoded, "base64url")).toString())).toEqual(headers);
  });

  test("gives up the longest values where the received headers would not fit", async () => {
    const noise = randomBytes(30_000).toString("base64");
    const response = await ask(simulator, {
      headers: [...usualHeaders, ["x-long", noise], ["x-short", "kept"]],
    });
    const encoded = header(response, "x-simulator-received-headers") ?? "";
    expect(encoded.length).toBeLessThanOrEqual(12_000);
    const received = JSON.parse(inflateRawSync(Buffer.from(encoded, "base64url")).toString());
    expect(received.slice(-2)).toEqual([
      ["x-long", createHash("sha256").update(noise, "latin1").digest("hex"), true],
      ["x-short", "kept"],
    ]);
  });

  test("is the same for the same request, byte for byte, from another simulator too", async () => {
    const other = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
    const asked = { body: bodyWith({ tools: playgroundTools, stream: true }) };
    const [first, second] = await Promise.all(
      [simulator, other].map(async (each) => (await chunksOf(await ask(each, asked))).join("")),
    );
    expect(second).toBe(first);
  });

  test("has ids of its own for another request", async () => {
    const first = await messageFrom(simulator, { body: bodyWith() });
    const second = await messageFrom(simulator, { body: bodyWith({ max_tokens: 1_999 }) });
    expect(second.id).not.toBe(first.id);
  });
});

describe("any body at all", () => {
  test.each([
    ["nothing", ""],
    ["null", "null"],
    ["a number", "4711"],
    ["a list", "[]"],
    ["text that is no JSON", "hello"],
    ["unbalanced brackets", "}}}}]]]]"],
    ["an endless string", `"${"\\".repeat(99_999)}`],
    ["200,000 levels", '{"a":'.repeat(200_000)],
    ["numbers for everything", '{"model":1,"max_tokens":"x","messages":3,"tools":4,"system":5}'],
    ["nulls for everything", '{"model":null,"max_tokens":null,"messages":null}'],
    ["messages that are no objects", '{"model":"claude-opus-5","max_tokens":1,"messages":[1,null,"x",[]]}'],
    [
      "blocks that are no objects",
      '{"model":"claude-opus-5","max_tokens":1,"messages":[{"role":"user","content":[1]}]}',
    ],
    [
      "a type that is an object",
      '{"model":"claude-opus-5","max_tokens":1,"messages":[{"role":"user","content":[{"type":{}}]}]}',
    ],
    [
      "a type named like a method",
      '{"model":"claude-opus-5","max_tokens":1,"messages":[{"role":"user","content":[{"type":"constructor"}]}]}',
    ],
    [
      "a model named like a method",
      '{"model":"__proto__","max_tokens":1,"messages":[{"role":"user","content":"x"}]}',
    ],
  ])("is refused in the envelope: %s", async (_, body) => {
    const error = errorIn(await ask(simulator, { body }));
    expect(error?.status).toBeGreaterThanOrEqual(400);
    expect(error?.status).toBeLessThan(500);
  });
});

describe("limits on a reply", () => {
  const scripted = (text: string) =>
    simulator.registerScript("said", { turns: [{ content: [{ type: "text", text }] }] });
  const said = (fields: Record<string, unknown>) =>
    messageFrom(simulator, { path: "/~said/v1/messages", body: bodyWith(fields) });

  test("a stop sequence ends the text before it", async () => {
    scripted("one two END three");
    expect(await said({ stop_sequences: ["three", "END"] })).toMatchObject({
      content: [{ type: "text", text: "one two " }],
      stop_reason: "stop_sequence",
      stop_sequence: "END",
    });
  });

  test("max_tokens cuts the text and is what the reply cost", async () => {
    scripted("word ".repeat(100));
    const message = await said({ max_tokens: 10 });
    expect(message).toMatchObject({ stop_reason: "max_tokens", usage: { output_tokens: 10 } });
    expect(message.content[0]?.text).toMatch(/^(?:word ){9}word ?$/);
  });

  test("max_tokens of 0 fills the cache and says nothing", async () => {
    expect(await said({ max_tokens: 0 })).toMatchObject({ content: [], stop_reason: "max_tokens" });
  });
});

describe("scripts", () => {
  test("are made whole: ids, caller, stop reason", async () => {
    simulator.registerScript("small", { turns: [{ content: [{ type: "tool_use", name: "anything" }] }] });
    const message = await messageFrom(simulator, { path: "/~small/v1/messages" });
    expect(message.stop_reason).toBe("tool_use");
    expect(message.content[0]).toMatchObject({
      id: expect.stringMatching(/^toolu_01/),
      input: {},
      caller: { type: "direct" },
    });
  });

  test("say where they end", async () => {
    const messages = [
      { role: "user", content: "Go" },
      { role: "assistant", content: "Gone" },
    ];
    simulator.registerScript("brief", { turns: [{ content: [{ type: "text", text: "Gone" }] }] });
    const body = bodyWith({ model: "claude-haiku-4-5", messages });
    expect((await messageFrom(simulator, { path: "/~brief/v1/messages", body })).content[0]?.text).toContain(
      "it has 1 turn",
    );
  });

  test("start over with each new prompt", async () => {
    simulator.registerScript("twice", {
      turns: [
        { content: [{ type: "text", text: "first" }] },
        { content: [{ type: "text", text: "second" }] },
      ],
    });
    const messages = [
      { role: "user", content: "Go" },
      { role: "assistant", content: "first" },
      { role: "user", content: "Again" },
    ];
    expect(
      (await messageFrom(simulator, { path: "/~twice/v1/messages", body: bodyWith({ messages }) })).content[0]
        ?.text,
    ).toBe("first");
  });

  test("are kept in a bounded number, the least recently used going first", async () => {
    const small = createSimulator({ maxScripts: 2 });
    const script = {
      turns: [{ content: [{ type: "text", text: "x" }] }],
      pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 },
    };
    const status = async (name: string) => (await ask(small, { path: `/~${name}/v1/messages` })).status;
    small.registerScript("a", script);
    small.registerScript("b", script);
    expect(await status("a")).toBe(200);
    small.registerScript("c", script);
    expect([await status("a"), await status("b"), await status("c")]).toEqual([200, 404, 200]);
  });

  test("that are none are refused when they are registered", () => {
    expect(() => simulator.registerScript("bad", { turns: [] })).toThrow();
  });

  test("give the pace; the path ~instant takes it away", async () => {
    const paced = createSimulator({ pace: { timeToFirstTokenMs: 5_000, tokensPerSecond: 1 } });
    const startedAt = performance.now();
    await messageFrom(paced, { path: "/~instant/v1/messages" });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
