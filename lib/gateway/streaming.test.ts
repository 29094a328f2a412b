import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { maxBodyBytes } from "./body";
import { rawCall, startGateway, stored, until } from "./testing/gateway-client";
import { rawAnswer, startRawUpstream } from "./testing/raw-upstream";

const token = "cf-aig-authorization: Bearer t";
const streamHead = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const get = ["GET /v1/messages HTTP/1.1", "Host: x", token];

test("the first event is with the caller before the last one is written", async () => {
  const upstream = await startRawUpstream(({ socket }) => socket.write(streamHead + chunk("data: 1\n\n")));
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const { text, socket } = await rawCall(port, get);
  await until(() => text().includes("data: 1"));
  expect(text()).toMatch(/cache-control: no-cache, no-transform/);
  upstream.connections[0]?.socket.write(`${chunk("data: 2\n\n")}0\r\n\r\n`);
  await until(() => text().endsWith("0\r\n\r\n"));
  expect(text()).toContain("data: 2");
  socket.destroy();
});

test("the head of an answer does not wait for its body", async () => {
  const upstream = await startRawUpstream(({ socket }) => socket.write(streamHead));
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const { text, socket } = await rawCall(port, get);
  await until(() => text().includes("HTTP/1.1 200 OK"));
  socket.destroy();
});

test("the first part of a request is with the provider before the last one is sent", async () => {
  const upstream = await startRawUpstream(() => undefined);
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const lines = [
    "POST /v1/messages HTTP/1.1",
    "Host: x",
    token,
    "Transfer-Encoding: chunked",
    "Connection: close",
  ];
  const { socket, closed } = await rawCall(port, lines);
  await until(() => upstream.connections.length === 1);
  socket.write(chunk("first"));
  await until(() => upstream.connections[0]?.body().includes("first") === true);
  socket.write(`${chunk("last")}0\r\n\r\n`);
  await until(() => upstream.connections[0]?.body().endsWith("0\r\n\r\n") === true);
  expect(upstream.connections[0]?.body()).toContain("last");
  upstream.connections[0]?.socket.end(rawAnswer("200 OK", [], "done"));
  expect(await closed).toMatch(/done$/);
});

test.each([
  ["before an answer", ""],
  ["in the middle of a stream", streamHead + chunk("data: 1\n\n")],
])("a caller that goes %s takes the provider's request with it", async (_when, written) => {
  let gone = 0;
  const upstream = await startRawUpstream(({ socket }) => {
    socket.on("close", () => {
      gone = performance.now();
    });
    socket.write(written);
  });
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const { text, socket } = await rawCall(port, get);
  await until(() => upstream.connections.length === 1 && (written === "" || text().includes("data: 1")));
  const left = performance.now();
  socket.destroy();
  await until(() => gone > 0);
  expect(gone - left).toBeLessThan(1_000);
});

test("a provider's reset is passed on as a reset", async () => {
  const upstream = await startRawUpstream(({ socket }) => socket.write(streamHead + chunk("data: 1\n\n")));
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const { text, closed } = await rawCall(port, get);
  await until(() => text().includes("data: 1"));
  upstream.connections[0]?.socket.resetAndDestroy();
  expect(await closed).toMatch(/ECONNRESET$/);
});

test("an answer that breaks off does not look like a whole one", async () => {
  const upstream = await startRawUpstream(({ socket }) => socket.end(streamHead + chunk("data: 1\n\n")));
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const text = await (await rawCall(port, get)).closed;
  expect(text).toContain("data: 1");
  expect(text).not.toContain("\r\n0\r\n");
  const answer = await fetch(`http://127.0.0.1:${port}/v1/messages`);
  await expect(answer.text()).rejects.toThrow();
});

test("a caller who does not read holds the provider up, and loses nothing", async () => {
  const whole = randomBytes(24 * 1024 * 1024);
  let taken = 0;
  const upstream = await startRawUpstream(({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${whole.length}\r\nconnection: close\r\n\r\n`);
    const next = () => {
      while (taken < whole.length) {
        const part = whole.subarray(taken, taken + 64 * 1024);
        taken += part.length;
        if (!socket.write(part)) return socket.once("drain", next);
      }
      return socket.end();
    };
    next();
  });
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const { socket, closed, text } = await rawCall(port, [...get, "Connection: close"]);
  await until(() => text().length > 0);
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const held = taken;
  expect(held).toBeLessThan(whole.length);
  socket.resume();
  const body = (await closed).split("\r\n\r\n").slice(1).join("\r\n\r\n");
  expect(Buffer.from(body, "latin1").equals(whole)).toBe(true);
});

test("a body that says it is larger than 32 MB is refused before it is read", async () => {
  const upstream = await startRawUpstream(() => undefined);
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const lines = ["POST / HTTP/1.1", "Host: x", token, `Content-Length: ${maxBodyBytes + 1}`];
  const { text, socket } = await rawCall(port, lines);
  await until(() => text().includes("larger than 32 MB"));
  expect(text()).toMatch(/^HTTP\/1.1 413 /);
  socket.destroy();
});

test("a body that grows past 32 MB is refused, and the provider's request broken off", async () => {
  let broken = false;
  const upstream = await startRawUpstream(({ socket }) =>
    socket.on("close", () => {
      broken = true;
    }),
  );
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  async function* tooMuch() {
    for (let sent = 0; sent <= maxBodyBytes; sent += 1024 * 1024) yield new Uint8Array(1024 * 1024);
  }
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    body: tooMuch() as unknown as BodyInit,
    duplex: "half",
  } as RequestInit);
  expect([answer.status, (await answer.json()).httpCode]).toEqual([413, 413]);
  await until(() => broken);
});

test("a body of 32 MB is let through", { timeout: 30_000 }, async () => {
  const upstream = await startRawUpstream(({ socket, received }) => {
    const answerOnce = () => {
      if (received() < maxBodyBytes) return;
      socket.off("data", answerOnce);
      socket.end(rawAnswer("200 OK", [], String(received())));
    };
    socket.on("data", answerOnce);
  });
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    body: Buffer.alloc(maxBodyBytes, 97),
  });
  expect(await answer.text()).toBe(String(maxBodyBytes));
});

test("an answer that comes before the body is whole is handed back", async () => {
  const upstream = await startRawUpstream(({ socket }) =>
    socket.end(rawAnswer("413 Too Large", [], "no more")),
  );
  const { port } = await startGateway({ baseURL: upstream.baseURL, credential: stored });
  const lines = ["POST / HTTP/1.1", "Host: x", token, "Content-Length: 1000000"];
  const { text, socket } = await rawCall(port, lines, "a".repeat(1000));
  await until(() => text().includes("no more"));
  expect(text()).toMatch(/^HTTP\/1.1 413 Payload Too Large/);
  socket.destroy();
});
