// The HTTP API as programs outside this repository use it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";

const json = { "content-type": "application/json" };
const fast = { kind: "fixed", content: "ok" };
const tool = { name: "look", inputSchema: { type: "object" }, handler: fast };

async function runToEnd(request: APIRequestContext, body: object): Promise<string> {
  const answer = await request.post("/api/runs", { data: body });
  expect(answer.status(), await answer.text()).toBe(201);
  const { runId } = await answer.json();
  await (await request.get(`/api/runs/${runId}/events`, { timeout: 30_000 })).text();
  return runId;
}

const runCount = async (request: APIRequestContext) =>
  (await (await request.get("/api/runs")).json()).runs.length;

test("a prompt alone starts a run whose log keeps the grammar", async ({ request, logOf }) => {
  const runId = await runToEnd(request, {
    prompt: "What's the weather in San Francisco and New York, and what time is it in each?",
  });
  const events = await logOf(runId);
  const names = (point: string) =>
    events.flatMap((event) =>
      event.type === "request-observed" && event.point === point
        ? event.headers.map(([name]) => `${event.requestId} ${name}`)
        : [],
    );
  expect(names("wire").length).toBeGreaterThan(20);
  expect(names("provider")).toEqual(names("wire"));
  expect(events.filter((event) => event.type === "tool-call-start")).toHaveLength(4);
  expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "completed", stopReason: "end_turn" });
  const detail = await (await request.get(`/api/runs/${runId}`)).json();
  expect(detail).toMatchObject({ id: runId, outcome: "completed", turns: 2, calls: 4, findings: [] });
});

test.describe("bad input starts nothing and names the field", () => {
  const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
  const cases: [what: string, body: string | Buffer, status: number, field: string | undefined][] = [
    ["no JSON", "{oops", 400, undefined],
    ["nothing", "", 400, undefined],
    ["an array", "[]", 400, undefined],
    ["a deep body", `{"prompt":"x","params":${deep}}`, 400, undefined],
    ["an unknown field", '{"prompt":"x","colour":1}', 400, "colour"],
    ["a wrong type", '{"prompt":7}', 400, "prompt"],
    [
      "a bad header",
      '{"prompt":"x","headers":{"default":[{"name":"a\\nb","value":""}]}}',
      400,
      "headers.default.0.name",
    ],
    [
      "a broken schema",
      JSON.stringify({ prompt: "x", tools: [{ ...tool, inputSchema: { type: "nonsense" } }] }),
      400,
      "tools.0.inputSchema",
    ],
    ["two tools of one name", JSON.stringify({ prompt: "x", tools: [tool, tool] }), 400, "tools.1.name"],
    ["an unknown scenario", '{"prompt":"x","scenario":"nowhere"}', 400, "scenario"],
    ["a broken script", '{"prompt":"x","scenario":{"turns":[]}}', 400, "scenario.turns"],
    ["a broken fault", '{"prompt":"x","faults":[{"turn":0,"kind":"cut"}]}', 400, "faults.0.turn"],
    ["Anthropic without a key", '{"prompt":"x","provider":{"kind":"anthropic"}}', 400, "provider.apiKey"],
    [
      "33 MB",
      Buffer.concat([Buffer.from('{"prompt":"'), Buffer.alloc(33 * 1024 * 1024, 97), Buffer.from('"}')]),
      413,
      undefined,
    ],
  ];
  for (const [what, body, status, field] of cases) {
    test(what, async ({ request }) => {
      const before = await runCount(request);
      const answer = await request.post("/api/runs", { data: Buffer.from(body), headers: json });
      expect(answer.status()).toBe(status);
      const { error } = await answer.json();
      expect(error.field).toBe(field);
      expect(error.message.length).toBeGreaterThan(10);
      expect(await runCount(request)).toBe(before);
    });
  }

  test("a body of 20 MB is taken whole", async ({ request }) => {
    const text = "a".repeat(20 * 1024 * 1024);
    const provider = { kind: "custom", baseURL: "http://127.0.0.1:9" };
    const answer = await request.post("/api/runs", { data: { prompt: text, provider }, headers: json });
    expect(answer.status()).toBe(201);
    const { runId } = await answer.json();
    await request.delete(`/api/runs/${runId}`);
  });
});

test("other pages and other names of this machine are kept out", async ({ request }) => {
  const post = (headers: Record<string, string>) =>
    request.post("/api/runs", { data: '{"prompt":"x"}', headers: { ...json, ...headers } });
  expect((await post({ "content-type": "text/plain" })).status()).toBe(415);
  expect((await post({ origin: "http://evil.test" })).status()).toBe(403);
  expect((await post({ origin: "null" })).status()).toBe(403);
  expect((await post({ "sec-fetch-site": "same-site" })).status()).toBe(403);
  expect((await post({ host: "rebind.test:3210" })).status()).toBe(421);
});

test("a reader that breaks off goes on where it was", async ({ request }) => {
  const runId = await runToEnd(request, { prompt: "What's 15 + 27?" });
  const read = async (options: { headers?: Record<string, string>; query?: string }) => {
    const answer = await request.get(`/api/runs/${runId}/events${options.query ?? ""}`, {
      headers: options.headers ?? {},
    });
    expect(answer.headers()["cache-control"]).toBe("no-cache, no-transform");
    return [...(await answer.text()).matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  };
  const all = await read({});
  expect(all).toEqual(all.map((_, index) => index));
  expect(await read({ headers: { "last-event-id": "4" } })).toEqual(all.slice(5));
  expect(await read({ query: "?after=7" })).toEqual(all.slice(8));
  expect((await request.get(`/api/runs/${runId}/events?after=x`)).status()).toBe(400);
});

test("the same key starts one run", async ({ request }) => {
  const start = async () => {
    const answer = await request.post("/api/runs", {
      data: { prompt: "Hello" },
      headers: { "idempotency-key": "key-1" },
    });
    return (await answer.json()).runId;
  };
  expect(await start()).toBe(await start());
});

test("a run can be stopped twice and forgotten once", async ({ request }) => {
  const { runId } = await (
    await request.post("/api/runs", { data: { prompt: "x", scenario: "long-answer" } })
  ).json();
  for (let time = 0; time < 2; time += 1) {
    expect((await request.post(`/api/runs/${runId}/commands`, { data: { type: "stop" } })).status()).toBe(
      202,
    );
  }
  await (await request.get(`/api/runs/${runId}/events`)).text();
  expect(await (await request.get(`/api/runs/${runId}`)).json()).toMatchObject({ outcome: "stopped" });
  expect((await request.delete(`/api/runs/${runId}`)).status()).toBe(204);
  expect((await request.delete(`/api/runs/${runId}`)).status()).toBe(404);
  for (const path of ["", "/events", "/log"])
    expect((await request.get(`/api/runs/${runId}${path}`)).status()).toBe(404);
});

test("a key typed for a run is nowhere afterwards", async ({ request }) => {
  const key = "sk-made-up-canary-0123456789";
  const gateway = "gateway-canary-9876543210";
  const runId = await runToEnd(request, {
    prompt: `Say ${key}`,
    provider: { kind: "custom", baseURL: `${test.info().project.use.baseURL}/simulator`, apiKey: key },
    headers: { default: [{ name: "X-Gateway", value: gateway, secret: true }] },
  });
  const seen = await Promise.all(
    ["", "/events", "/log"].map(async (path) => (await request.get(`/api/runs/${runId}${path}`)).text()),
  );
  const dataDir = process.env.TOOLSCOPE_E2E_DATA_DIR ?? "";
  const stored = readdirSync(join(dataDir, "runs")).map((name) =>
    readFileSync(join(dataDir, "runs", name), "utf8"),
  );
  const text = [...seen, ...stored, await (await request.get("/api/runs")).text()].join("\n");
  for (const secret of [key, gateway]) {
    for (const form of [secret, Buffer.from(secret).toString("base64"), encodeURIComponent(secret)])
      expect(text).not.toContain(form);
  }
  expect(statSync(join(dataDir, "runs", `${runId}.jsonl`)).mode & 0o777).toBe(0o600);
});

test("any client can use the simulator as its base URL", async ({ request }) => {
  const message = {
    model: "claude-opus-5-5",
    max_tokens: 100,
    messages: [{ role: "user", content: "Hello" }],
  };
  const versions = { "anthropic-version": "2023-06-01", "x-api-key": "made-up" };
  const answer = await request.post("/simulator/~instant/v1/messages", { data: message, headers: versions });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ type: "message", role: "assistant", stop_reason: "end_turn" });
  const refused = await request.post("/simulator/v1/messages", {
    data: message,
    headers: { "anthropic-version": "2023-06-01" },
  });
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toMatchObject({
    type: "error",
    error: { message: "x-api-key header is required" },
  });
});
