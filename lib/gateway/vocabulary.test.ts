import { expect, test } from "vitest";
import { delayMs } from "./attempts";
import { createGateway, type GatewayRequest } from "./gateway";
import { readSettings } from "./settings";
import { startGateway, stored } from "./testing/gateway-client";
import { rawAnswer, startRawUpstream } from "./testing/raw-upstream";

/** Answers each connection with the number it has. */
const counting = (status = "200 OK", headers: readonly string[] = ["content-type: application/json"]) =>
  startRawUpstream(({ socket }, number) => socket.end(rawAnswer(status, headers, `{"answer":${number}}`)));

type Ask = { headers?: Record<string, string>; path?: string; body?: string };

async function asking(upstream: { baseURL: string }) {
  const { baseURL } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  return ({ headers = {}, path = "/v1/messages", body = "{}" }: Ask) =>
    fetch(baseURL + path, {
      method: "POST",
      body,
      headers: { "cf-aig-authorization": "Bearer t", ...headers },
    });
}

const status = (answer: Response) => answer.headers.get("cf-aig-cache-status");

test("an answer is given again within its time, and only to the same request", async () => {
  const upstream = await counting("200 OK", [
    "content-type: application/json",
    "set-cookie: a=1",
    "x-simulator-received-headers: e30",
  ]);
  const ask = await asking(upstream);
  const headers = { "cf-aig-cache-ttl": "60" };
  const first = await ask({ headers });
  expect([status(first), await first.json()]).toEqual(["MISS", { answer: 1 }]);
  expect(first.headers.get("x-simulator-received-headers")).toBe("e30");
  const again = await ask({ headers: { ...headers, "X-Other": "1" } });
  expect([status(again), await again.json()]).toEqual(["HIT", { answer: 1 }]);
  // The provider received nothing this time, and cookies are for one caller.
  expect(again.headers.get("x-simulator-received-headers")).toBeNull();
  expect(again.headers.get("set-cookie")).toBeNull();
  expect(again.headers.get("cf-aig-request-id")).not.toBe(first.headers.get("cf-aig-request-id"));
  for (const other of [{ body: '{"b":1}' }, { path: "/v1/messages?beta=true" }, { path: "/v1/models" }]) {
    expect(status(await ask({ headers, ...other }))).toBe("MISS");
  }
});

test.each([
  ["nothing asks for it", {}],
  ["the request skips it", { "cf-aig-cache-ttl": "60", "cf-aig-skip-cache": "true" }],
  ["the request skips it by the old name", { "cf-cache-ttl": "60", "cf-skip-cache": "true" }],
])("nothing is cached where %s", async (_what, headers) => {
  const ask = await asking(await counting());
  await ask({ headers });
  const again = await ask({ headers });
  expect([status(again), await again.json()]).toEqual(["MISS", { answer: 2 }]);
});

test("a key of the caller's stands for the whole request", async () => {
  const ask = await asking(await counting());
  const headers = { "cf-aig-cache-key": "mine" };
  await (await ask({ headers })).text();
  expect(status(await ask({ headers, body: '{"other":1}' }))).toBe("HIT");
  expect(status(await ask({ headers: { "cf-aig-cache-key": "another" } }))).toBe("MISS");
});

test("what was answered to a caller with the token is not for one without it", async () => {
  const ask = await asking(await counting());
  const headers = { "cf-aig-cache-key": "mine" };
  await (await ask({ headers })).text();
  expect(status(await ask({ headers: { ...headers, "cf-aig-authorization": "Bearer u" } }))).toBe("HIT");
  const { baseURL } = { baseURL: (await ask({})).url };
  expect(status(await fetch(baseURL, { method: "POST", headers, body: "{}" }))).toBe("MISS");
});

test.each([
  ["a stream", "200 OK", "text/event-stream"],
  ["a failure", "400 Bad Request", "application/json"],
])("%s is not cached", async (_what, line, type) => {
  const ask = await asking(await counting(line, [`content-type: ${type}`]));
  const headers = { "cf-aig-cache-ttl": "60" };
  await (await ask({ headers })).text();
  expect(status(await ask({ headers }))).toBe("MISS");
});

test("an answer that broke off is not kept", async () => {
  const upstream = await startRawUpstream(({ socket }, number) =>
    socket.end(
      number === 1 ? "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf" : rawAnswer("200 OK", [], "whole"),
    ),
  );
  const ask = await asking(upstream);
  const headers = { "cf-aig-cache-ttl": "60" };
  await expect(ask({ headers }).then((answer) => answer.text())).rejects.toThrow();
  const again = await ask({ headers });
  expect([status(again), await again.text()]).toEqual(["MISS", "whole"]);
});

test("an answer goes stale when its time is over", async () => {
  const upstream = await counting();
  let now = 0;
  const gateway = createGateway({ now: () => now });
  const ask = async () => {
    const request: GatewayRequest = {
      method: "GET",
      path: "/v1/models",
      query: "",
      headers: [["cf-aig-cache-ttl", "60"]],
      body: null,
      signal: new AbortController().signal,
    };
    const { headers, body } = await gateway.handle(request, { upstream, token: undefined });
    for await (const _ of body ?? []);
    return headers.find(([name]) => name === "cf-aig-cache-status")?.[1];
  };
  expect([await ask(), await ask()]).toEqual(["MISS", "HIT"]);
  now = 60_000;
  expect(await ask()).toBe("MISS");
});

test("a failure is tried again as often as asked, with the whole body each time", async () => {
  const upstream = await startRawUpstream(({ socket, body }, number) => {
    if (number === 1) return socket.resetAndDestroy();
    return socket.end(rawAnswer(number === 2 ? "529 Overloaded" : "200 OK", [], `${number} ${body()}`));
  });
  const ask = await asking(upstream);
  const answer = await ask({ headers: { "cf-aig-max-attempts": "4" }, body: '{"whole":true}' });
  expect([answer.status, await answer.text()]).toEqual([200, '3 {"whole":true}']);
  expect(answer.headers.get("x-gateway-attempts")).toBe("3");
});

test("the last failure is handed back, and a refusal is not tried again", async () => {
  const failing = await counting("529 Overloaded");
  const answer = await (await asking(failing))({ headers: { "cf-aig-max-attempts": "2" } });
  expect([answer.status, await answer.json(), failing.connections.length]).toEqual([529, { answer: 2 }, 2]);
  const refusing = await counting("400 Bad Request");
  await (await asking(refusing))({ headers: { "cf-aig-max-attempts": "5" } });
  expect(refusing.connections).toHaveLength(1);
});

test("nothing is tried again without being asked to", async () => {
  const upstream = await counting("529 Overloaded");
  const answer = await (await asking(upstream))({});
  expect([answer.status, upstream.connections.length]).toEqual([529, 1]);
  expect(answer.headers.get("x-gateway-attempts")).toBeNull();
});

test("the wait before an attempt is the one asked for", async () => {
  const ask = await asking(await counting("500 Oops"));
  const before = performance.now();
  await ask({ headers: { "cf-aig-max-attempts": "2", "cf-aig-retry-delay": "300" } });
  expect(performance.now() - before).toBeGreaterThan(290);
});

test.each([
  ["constant", [100, 100, 100]],
  ["linear", [100, 200, 300]],
  ["exponential", [100, 200, 400]],
] as const)("%s backoff", (backoff, waits) => {
  expect([1, 2, 3].map((failed) => delayMs({ retryDelayMs: 100, backoff }, failed))).toEqual(waits);
  expect(delayMs({ retryDelayMs: 5_000, backoff }, 4)).toBe(5_000);
});

test("a provider that is too slow is an error that says so", async () => {
  const upstream = await startRawUpstream(() => undefined);
  const answer = await (await asking(upstream))({ headers: { "cf-aig-request-timeout": "80" } });
  expect(answer.status).toBe(504);
  expect(await answer.json()).toMatchObject({
    message: expect.stringContaining("80 ms (cf-aig-request-timeout)"),
  });
});

test("the time limit ends with the first part of the answer, and the last attempt has none", async () => {
  const upstream = await startRawUpstream(({ socket }, number) => {
    if (number === 1) return;
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\n");
    setTimeout(() => socket.end("slow"), 250);
  });
  const ask = await asking(upstream);
  const headers = { "cf-aig-request-timeout": "100", "cf-aig-max-attempts": "2" };
  expect(await (await ask({ headers })).text()).toBe("slow");
  expect(await (await ask({ headers: { "cf-aig-request-timeout": "100" } })).text()).toBe("slow");
});

test("an answer names its exchange, and what was asked for without effect", async () => {
  const ask = await asking(await counting());
  const headers = {
    "cf-aig-metadata": '{"user":1}',
    "cf-aig-custom-cost": "{}",
    "cf-aig-event-id": "mine",
    "cf-aig-collect-log": "false",
  };
  const answer = await ask({ headers });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cf-aig-step": "0",
    "cf-aig-event-id": "mine",
    "cf-aig-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-gateway-ignored": "cf-aig-metadata, cf-aig-custom-cost",
  });
  expect(answer.headers.get("cf-aig-log-id")).toBeNull();
});

test.each([
  ["cf-aig-max-attempts", "many"],
  ["cf-aig-cache-ttl", "-1"],
  ["cf-aig-request-timeout", "1.5"],
  ["cf-aig-skip-cache", "yes"],
  ["cf-aig-backoff", "random"],
])("%s: %s is refused by name", async (name, value) => {
  const upstream = await counting();
  const answer = await (await asking(upstream))({ headers: { [name]: value } });
  expect(answer.status).toBe(400);
  expect((await answer.json()).message).toContain(`${name}: "${value}" is not `);
  expect(upstream.connections).toHaveLength(0);
});

test("numbers out of range are brought into it", () => {
  expect(
    readSettings([
      ["CF-AIG-Max-Attempts", "99"],
      ["cf-aig-retry-delay", "60000"],
      ["cf-aig-cache-ttl", "1"],
    ]),
  ).toMatchObject({ maxAttempts: 5, retryDelayMs: 5_000, cacheTtl: 60 });
  expect(readSettings([["cf-aig-cache-ttl", "99999999"]]).cacheTtl).toBe(2_592_000);
});
