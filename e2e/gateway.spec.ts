// The embedded gateway under the app's own address, as programs outside this repository and runs use it.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, test } from "./fixtures";

const message = { model: "claude-opus-5", max_tokens: 500, messages: [{ role: "user", content: "Hello" }] };
const token = { "cf-aig-authorization": "Bearer made-up-token" };
const version = { "anthropic-version": "2026-10-21" };
const port = () => Number(new URL(test.info().project.use.baseURL ?? "").port);

/** Writes a request byte by byte, and gives what comes back as it comes. */
async function raw(lines: readonly string[], body: object) {
  const socket = connect(port(), "127.0.0.1");
  await once(socket, "connect");
  const arrivals: { at: number; text: string }[] = [];
  socket.on("data", (data) => arrivals.push({ at: performance.now(), text: data.toString("latin1") }));
  const closed = new Promise<void>((resolve) =>
    socket.on("error", () => undefined).on("close", () => resolve()),
  );
  const text = JSON.stringify(body);
  socket.write([...lines, `Content-Length: ${Buffer.byteLength(text)}`, "", text].join("\r\n"), "latin1");
  return { socket, arrivals, closed, text: () => arrivals.map((arrival) => arrival.text).join("") };
}

const head = (path: string) => [
  `POST ${path} HTTP/1.1`,
  `Host: localhost:${port()}`,
  "cf-aig-authorization: Bearer made-up-token",
  "anthropic-version: 2026-10-21",
  "content-type: application/json",
];

test("headers pass through the app in order, case and number, the caller's key replaced", async ({
  request,
}) => {
  const marks = ["X-Zebra: 1", "x_under_score: a  b", "X-Repeat: one", "x-repeat: two", "X-API-KEY: own-key"];
  const lines = [...head("/gateway/~instant/v1/messages"), ...marks, "accept: */*", "Connection: close"];
  const { closed, text } = await raw(lines, message);
  await closed;
  expect(text()).toMatch(/^HTTP\/1.1 200 /);
  expect(text()).toMatch(/cf-aig-cache-status: MISS/i);
  const { requests } = await (await request.get("/simulator/_requests")).json();
  const received: [string, string][] = requests.find(({ headers }: { headers: [string, string][] }) =>
    headers.some(([name]) => name === "X-Zebra"),
  ).headers;
  expect(received.map(([name]) => name)).toEqual([
    "Host",
    "anthropic-version",
    "content-type",
    "X-Zebra",
    "x_under_score",
    "X-Repeat",
    "x-repeat",
    "x-api-key",
    "accept",
    "Connection",
    "Content-Length",
  ]);
  expect(received).toContainEqual(["x_under_score", "a  b"]);
});

test("a stream comes as it is written, also to a client that takes compressed answers", async () => {
  const lines = [
    ...head("/gateway/~long-answer/v1/messages"),
    "accept-encoding: gzip, br",
    "Connection: close",
  ];
  const { arrivals, closed, text } = await raw(lines, { ...message, stream: true });
  await closed;
  expect(text()).toContain("message_stop");
  expect(text()).not.toMatch(/content-encoding/i);
  const first = arrivals.find((arrival) => arrival.text.includes("message_start"))?.at ?? Number.NaN;
  const last = arrivals.at(-1)?.at ?? Number.NaN;
  expect(last - first).toBeGreaterThan(500);
  expect(arrivals.length).toBeGreaterThan(20);
});

test("a provider that breaks off breaks the caller's connection off", async () => {
  const tools = [
    { name: "get_weather", input_schema: { type: "object", properties: { location: { type: "string" } } } },
  ];
  const ask = {
    ...message,
    tools,
    messages: [{ role: "user", content: "What is the weather in Paris?" }],
    stream: true,
  };
  const { closed, text } = await raw(
    [...head("/gateway/~fault-reset/v1/messages"), "Connection: keep-alive"],
    ask,
  );
  await closed;
  expect(text()).toContain("message_start");
  expect(text()).not.toMatch(/message_stop|\r\n0\r\n/);
});

test("token and key are told apart as by Cloudflare, and faults answer under the same names", async ({
  request,
}) => {
  const post = (path: string, headers: Record<string, string>) =>
    request.post(`/gateway${path}`, { data: message, headers: { ...version, ...headers } });
  const missing = await post("/v1/messages", { "x-api-key": "own-key" });
  expect([missing.status(), (await missing.json()).error.message]).toEqual([
    401,
    "x-api-key header is required",
  ]);
  const wrong = await post("/v1/messages", { "cf-aig-authorization": "Bearer invalid" });
  expect([wrong.status(), (await wrong.json()).name]).toEqual([401, "AiGatewayError"]);
  expect((await post("/~fault-529/v1/messages", token)).status()).toBe(529);
  expect((await post("/~nowhere/v1/messages", token)).status()).toBe(404);
  const models = await request.get("/gateway/v1/models", { headers: { ...version, ...token } });
  expect((await models.json()).data.length).toBeGreaterThan(2);
});

test("other pages and other names of this machine are kept out of the gateway", async ({ request }) => {
  const post = (headers: Record<string, string>) =>
    request.post("/gateway/v1/messages", { data: message, headers: { ...version, ...token, ...headers } });
  expect((await post({ origin: "http://evil.test" })).status()).toBe(403);
  expect((await post({ "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await post({ host: `rebind.test:${port()}` })).status()).toBe(421);
  const answer = await post({});
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-security-policy"]).toBe("sandbox");
});

test("a run through the gateway is seen at four points and ends well", async ({ request, logOf }) => {
  const headers = { default: [{ name: "cf-aig-authorization", value: "Bearer made-up-token" }] };
  for (const provider of [
    { kind: "simulator", gateway: true },
    {
      kind: "custom",
      baseURL: `http://localhost:${port()}/simulator/~instant`,
      apiKey: "made-up-key-12345",
      gateway: true,
    },
  ]) {
    const body = { prompt: "What is the weather in Paris?", provider, headers };
    const { runId } = await (await request.post("/api/runs", { data: body })).json();
    await (await request.get(`/api/runs/${runId}/events`)).text();
    const events = await logOf(runId);
    expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "completed" });
    const points = events.flatMap((event) =>
      event.type === "request-start" ? ["fetch"] : event.type === "request-observed" ? [event.point] : [],
    );
    expect(points).toEqual(["fetch", "wire", "gateway", "provider", "fetch", "wire", "gateway", "provider"]);
    expect(JSON.stringify(events)).not.toMatch(/made-up-token|made-up-key/);
  }
});

test("Stop reaches the provider behind the gateway within a second", async ({ request }) => {
  const opened: Socket[] = [];
  const provider = createServer((socket) => {
    socket.on("error", () => undefined).once("data", () => opened.push(socket));
  }).listen(0, "127.0.0.1");
  await once(provider, "listening");
  const address = provider.address();
  const baseURL = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const body = { prompt: "Hello", provider: { kind: "custom", baseURL, gateway: true } };
  const { runId } = await (await request.post("/api/runs", { data: body })).json();
  await expect.poll(() => opened.length).toBe(1);
  const closed = opened.map((socket) => once(socket, "close"));
  const before = performance.now();
  await request.post(`/api/runs/${runId}/commands`, { data: { type: "stop" } });
  await Promise.all(closed);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect((await request.get(`/gateway/~${runId}/v1/models`)).status()).toBe(404);
  provider.close();
});
