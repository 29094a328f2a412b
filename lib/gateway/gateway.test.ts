import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { rawCall, reported, startGateway, stored } from "./testing/gateway-client";
import { rawAnswer, startRawUpstream } from "./testing/raw-upstream";

const fine = rawAnswer("200 OK", ["content-type: application/json"], '{"fine":true}');
const answering = () => startRawUpstream(({ socket }) => socket.end(fine));

const post = (...headers: readonly string[]) => ["POST /v1/messages?beta=true HTTP/1.1", ...headers];

test("order, case and repeats of the headers arrive as they were written", async () => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: `${upstream.baseURL}/base/`, credential: stored });
  const lines = post(
    "X-Zebra: 1",
    "HOST: gateway.test",
    "accept: */*",
    "X-API-Key: own-key",
    "x_under_score: a  b",
    "X-Repeat: one",
    "x-repeat: two",
    "X-Empty: ",
    "cf-aig-authorization: Bearer t",
    "Cf-Aig-Metadata: {}",
    "X-Latin: caf\xe9",
    "Content-Length: 2",
    "connection: close",
  );
  await (await rawCall(port, lines, "{}")).closed;
  expect(upstream.connections[0]?.lines).toEqual([
    "POST /base/v1/messages?beta=true HTTP/1.1",
    "X-Zebra: 1",
    `HOST: ${upstream.host}`,
    "accept: */*",
    "x-api-key: stored-key",
    "x_under_score: a  b",
    "X-Repeat: one",
    "x-repeat: two",
    "X-Empty: ",
    "X-Latin: caf\xe9",
    "Content-Length: 2",
    "connection: close",
  ]);
  expect(upstream.connections[0]?.body()).toBe("{}");
});

test("what arrived is reported, order and case included", async () => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const headers = ["Host: x", "X-One: 1", "x-one: 2", "CF-AIG-Authorization: Bearer t", "Connection: close"];
  const text = await (await rawCall(port, ["GET /v1/models HTTP/1.1", ...headers])).closed;
  expect(reported(text).map(([name, value]) => `${name}: ${value}`)).toEqual(headers);
});

test("a value with no room in the report is there by its digest, and all headers stay below 16 kB", async () => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const long = randomBytes(12_000).toString("base64");
  const lines = ["GET / HTTP/1.1", "Host: x", `X-Long: ${long}`, "X-Short: kept", "Connection: close"];
  const text = await (await rawCall(port, lines)).closed;
  expect(upstream.connections[0]?.lines).toContain(`X-Long: ${long}`);
  expect(text.indexOf("\r\n\r\n")).toBeLessThan(16_000);
  expect(reported(text).slice(1, 3)).toEqual([
    ["X-Long", createHash("sha256").update(long).digest("hex"), true],
    ["X-Short", "kept"],
  ]);
});

test("hop-by-hop headers stay on their hop, in both directions", async () => {
  const upstream = await startRawUpstream(({ socket }) =>
    socket.end(rawAnswer("200 OK", ["keep-alive: timeout=9", "x-kept: 1", "proxy-authenticate: Basic"], "x")),
  );
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const lines = post(
    "Host: x",
    "TE: trailers",
    "Keep-Alive: 5",
    "X-Mine: 1",
    "Proxy-Authorization: Basic cHJveHk=",
  );
  const text = await (await rawCall(port, [...lines, "Connection: x-mine, close", "Content-Length: 0"]))
    .closed;
  expect(upstream.connections[0]?.head).not.toMatch(/trailers|keep-alive|x-mine|proxy/i);
  expect(text).toContain("x-kept: 1");
  expect(text).not.toMatch(/timeout=9|proxy-authenticate/);
});

const call = (port: number, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${port}/v1/messages`, { method: "POST", headers, body: "{}", redirect: "manual" });

test("without the token nobody's credential reaches the provider", async () => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const answer = await call(port, { "x-api-key": "own-key", Authorization: "Bearer own-token" });
  expect(answer.status).toBe(200);
  expect(upstream.connections[0]?.head).not.toMatch(/own-key|own-token|stored-key|x-api-key|authorization/i);
});

test.each([
  ["a token that is not the one", "Bearer other", "right"],
  ["a token that begins with `invalid`", "Bearer invalid-token", undefined],
  ["no token in the header", "", undefined],
  ["another scheme", "Basic dGVzdA==", undefined],
  ["the token without a scheme", "right", "right"],
])("%s is the gateway's own 401, in Cloudflare's shape", async (_what, value, token) => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored }, token);
  const answer = await call(port, { "cf-aig-authorization": value });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({
    success: false,
    error: [{ code: 2009, message: "Unauthorized" }],
    name: "AiGatewayError",
    internalCode: 2009,
  });
  expect(answer.headers.get("cf-aig-log-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(upstream.connections).toHaveLength(0);
});

test("the right token puts in the stored credential, in whichever header it travels", async () => {
  const upstream = await answering();
  const credential = { name: "authorization", value: "Bearer stored-token" };
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential }, "right");
  const answer = await call(port, { "x-api-key": "own-key", "cf-aig-authorization": "Bearer right" });
  expect(await answer.json()).toEqual({ fine: true });
  expect(upstream.connections[0]?.lines).toContain("authorization: Bearer stored-token");
  expect(upstream.connections[0]?.head).not.toMatch(/own-key|x-api-key|cf-aig/);
});

test("a token that stands there twice is wrong", async () => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored }, "right");
  const token = "cf-aig-authorization: Bearer right";
  const text = await (
    await rawCall(port, post("Host: x", token, token, "Content-Length: 0", "Connection: close"))
  ).closed;
  expect(text).toMatch(/^HTTP\/1.1 401 /);
});

test("a redirect is handed back and not followed", async () => {
  const upstream = await startRawUpstream(({ socket }) =>
    socket.end(rawAnswer("307 Temporary Redirect", ["location: http://127.0.0.1:9/elsewhere"])),
  );
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const answer = await call(port, { "cf-aig-authorization": "Bearer t" });
  expect([answer.status, answer.headers.get("location")]).toEqual([307, "http://127.0.0.1:9/elsewhere"]);
  expect(upstream.connections).toHaveLength(1);
});

test("a name in the path leads to its own upstream, until that is taken away", async () => {
  const [usual, own] = [await answering(), await answering()];
  const { port, gateway } = await startGateway({ baseURL: usual.baseURL, credential: stored });
  const remove = gateway.register("run_1", {
    baseURL: `${own.baseURL}/deep`,
    credential: { name: "x-api-key", value: "of-the-run" },
  });
  const headers = { "cf-aig-authorization": "Bearer t" };
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  await ask("/~run_1/v1/models");
  expect(own.connections[0]?.lines[0]).toBe("GET /deep/v1/models HTTP/1.1");
  expect(own.connections[0]?.lines).toContain("x-api-key: of-the-run");
  remove();
  await ask("/~run_1/v1/models");
  await ask("/~fault-529/v1/models?limit=2");
  expect(own.connections).toHaveLength(1);
  expect(usual.connections.map(({ lines }) => lines[0])).toEqual([
    "GET /~run_1/v1/models HTTP/1.1",
    "GET /~fault-529/v1/models?limit=2 HTTP/1.1",
  ]);
});

test("a path cannot lead out of the upstream's own", async () => {
  const upstream = await answering();
  const { port } = await startGateway({ baseURL: `${upstream.baseURL}/simulator`, credential: stored });
  for (const path of ["/%2e%2e/api/runs", "/~x/../../api/runs", "*"]) {
    const text = await (await rawCall(port, [`GET ${path} HTTP/1.1`, "Host: x", "Connection: close"])).closed;
    expect(text).toMatch(/^HTTP\/1.1 400 /);
  }
  expect(upstream.connections).toHaveLength(0);
});

test("a provider that is not there is a 502 that names it", async () => {
  const { port } = await startGateway({ baseURL: "http://127.0.0.1:9", credential: stored });
  const answer = await call(port, { "cf-aig-authorization": "Bearer t" });
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ message: expect.stringContaining("http://127.0.0.1:9") });
});

test.each([204, 304])("an answer of %i has no body", async (status) => {
  const upstream = await startRawUpstream(({ socket }) =>
    socket.end(`HTTP/1.1 ${status} Fine\r\nx-kept: 1\r\nconnection: close\r\n\r\n`),
  );
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const answer = await call(port, {});
  expect([answer.status, answer.headers.get("x-kept"), await answer.text()]).toEqual([status, "1", ""]);
});
