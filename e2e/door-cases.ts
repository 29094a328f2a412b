// Which cases of the door hold for any server of this app, built or under development?
import { once } from "node:events";
import { createServer } from "node:net";
import { chromium, expect, type Page, test } from "@playwright/test";
import { rawRequest, upgradeStatus } from "./raw-request";

export const token = "made-up-token-of-the-operator";
export const json = { "content-type": "application/json" };
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const body = (method: string) =>
  ["POST", "PUT", "PATCH"].includes(method) ? { body: '{"prompt":"x"}' } : {};

export async function runCount(port: number, headers = {}): Promise<number> {
  return JSON.parse((await rawRequest(port, { path: "/api/runs", headers })).text).runs.length;
}

const foreignHosts = (port: number) => [
  "evil.test",
  `evil.test:${port}`,
  "localhost",
  "127.0.0.1",
  `LOCALHOST:${port}`,
  `localhost.:${port}`,
  `localhost:${port}@evil.test`,
  `localhost:${port + 1}`,
  `localhost.evil.test:${port}`,
  `127.0.0.1.nip.io:${port}`,
];
const oddPaths = [
  "//",
  "//api/runs",
  "/%2fapi/runs",
  "/api%2fruns",
  "/%61pi/runs",
  "/api/./runs",
  "/api//runs",
  "/_next/static/../../api/runs",
  "/simulator//_requests",
];

const flight = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
];

/** P03: no path answers under a name that is not ours, nor does one become a WebSocket. */
export async function noForeignHost(port: number, routes: readonly string[]): Promise<void> {
  const paths = [
    ...routes,
    ...oddPaths,
    "/nope",
    "/icon.svg",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    `/_next/static/chunks/${"x".repeat(8)}.js`,
    "/index.rsc",
    "/runs.rsc",
    "/gateway/v1/messages",
  ];
  const forwarded = { "x-forwarded-host": `localhost:${port}`, "x-forwarded-proto": "http" };
  const check = async (path: string, headers: Record<string, string>) => {
    const answer = await rawRequest(port, { path, headers: { ...forwarded, ...headers } });
    const what = `${JSON.stringify(headers)} ${path}`;
    expect(answer.status, what).toBe(421);
    expect(answer.text, what).not.toMatch(/<html|Toolscope<|"runs"/);
    expect(answer.headers["set-cookie"], what).toBeUndefined();
  };
  const named = foreignHosts(port).flatMap((host) =>
    host === "evil.test" ? flight.map((extra) => ({ host, ...extra })) : [{ host }],
  );
  for (const path of paths) await Promise.all(named.map((headers) => check(path, headers)));
  for (const path of ["/", "/api/runs", "/_next/hmr", "/_next/webpack-hmr"])
    for (const host of foreignHosts(port))
      expect(await upgradeStatus(port, path, { host }), `${host} ${path}`).toBe(421);
}

/** P03: the loopback names answer. */
export async function loopbackNames(port: number, paths: readonly string[]): Promise<void> {
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    for (const path of paths)
      expect((await rawRequest(port, { path, headers: { host } })).status, `${host} ${path}`).toBe(200);
}

/** A browser of its own, for which two made-up names lead to this machine. */
async function withNames(use: (page: Page) => Promise<void>): Promise<void> {
  const { launchOptions } = test.info().project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      "--host-resolver-rules=MAP rebind.test 127.0.0.1, MAP evil.test 127.0.0.1",
    ],
  });
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** P04: under a rebound name nothing is read and nothing is started. */
export async function reboundName(port: number): Promise<void> {
  const before = await runCount(port);
  await withNames(async (page) => {
    const answer = await page.goto(`http://rebind.test:${port}/`);
    expect(answer?.status()).toBe(421);
    const tried = await page.evaluate(async () => {
      const told = async (call: Promise<Response>) => {
        try {
          const answer = await call;
          return `${answer.status} ${await answer.text()}`;
        } catch (error) {
          return String(error);
        }
      };
      const stream = await new Promise((resolve) => {
        const source = new EventSource("/api/runs/run_0mwza4rys2a5cfc3c9c/events");
        source.onmessage = () => resolve("message");
        source.onerror = () => resolve("error");
      });
      const headers = { "content-type": "application/json" };
      return [
        stream,
        await told(fetch("/api/runs")),
        await told(fetch("/simulator/_requests")),
        await told(fetch("/api/runs", { method: "POST", headers, body: '{"prompt":"x"}' })),
      ];
    });
    expect(tried[0]).toBe("error");
    for (const each of tried.slice(1)) expect(each).toMatch(/^421 /);
  });
  expect(await runCount(port)).toBe(before);
}

/** P05: what a page of another site, or of another port, sends changes nothing. */
export async function foreignPage(port: number): Promise<void> {
  const before = await runCount(port);
  const other = createServer((socket) => {
    socket
      .on("error", () => undefined)
      .once("data", () =>
        socket.end(
          "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<title>evil</title>",
        ),
      );
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
  const evilPort = (other.address() as { port: number }).port;
  try {
    // evil.test is another site; the same name on another port is the same site.
    for (const origin of [`http://evil.test:${evilPort}`, `http://localhost:${evilPort}`]) {
      await withNames(async (page) => {
        const allowed: string[] = [];
        page.on("response", (answer) => {
          if (Object.keys(answer.headers()).some((name) => name.startsWith("access-control-allow")))
            allowed.push(answer.url());
        });
        await page.goto(origin);
        const read = await page.evaluate(async (target) => {
          const text = '{"prompt":"x"}';
          const form = new FormData();
          form.set("prompt", "x");
          const calls: [string, RequestInit][] = [
            ["text/plain", { method: "POST", mode: "no-cors", body: text }],
            ["urlencoded", { method: "POST", mode: "no-cors", body: new URLSearchParams({ prompt: "x" }) }],
            ["multipart", { method: "POST", mode: "no-cors", body: form }],
            ["json", { method: "POST", headers: { "content-type": "application/json" }, body: text }],
            ["delete", { method: "DELETE" }],
            ["get", {}],
          ];
          const seen: string[] = [];
          for (const [name, init] of calls) {
            await fetch(`${target}/api/runs`, { credentials: "include", ...init }).then(
              (answer) => answer.type !== "opaque" && seen.push(name),
              () => undefined,
            );
          }
          navigator.sendBeacon(`${target}/api/runs`, new Blob([text], { type: "text/plain" }));
          navigator.sendBeacon(`${target}/simulator/v1/messages`, text);
          return seen;
        }, `http://localhost:${port}`);
        expect(read).toEqual([]);
        // A form that leads the whole page away carries its Origin too.
        await page.setContent(
          `<form method="post" enctype="text/plain" action="http://localhost:${port}/api/runs"><input name='{"prompt":"x","a":"' value='"}'></form>`,
        );
        const [answer] = await Promise.all([
          page.waitForResponse(/\/api\/runs$/),
          page.evaluate(() => document.forms[0]?.submit()),
        ]);
        expect(answer.status()).toBe(403);
        expect(allowed).toEqual([]);
      });
    }
  } finally {
    other.close();
  }
  expect(await runCount(port)).toBe(before);
}

/** P06: 403 for each odd origin on a write, and where a WebSocket is asked for. */
export async function oddOrigins(port: number): Promise<void> {
  const oddities = [
    "null",
    "",
    "://",
    "http://localhost.evil.test",
    "http://127.attacker.example",
    `http://localhost:${port + 1}`,
    `https://localhost:${port}`,
  ];
  for (const origin of oddities) {
    const answer = await rawRequest(port, {
      path: "/api/runs",
      method: "POST",
      headers: { ...json, origin },
      body: '{"prompt":"x"}',
    });
    expect(answer.status, origin).toBe(403);
    expect(await upgradeStatus(port, "/_next/hmr", { origin }), origin).toBe(403);
  }
}

/** P07: every route and method says the same 401. @param routes those that a build has */
export async function noCredential(port: number, routes: readonly string[]): Promise<void> {
  const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
  const wrong = [
    {},
    bearer("wrong-token-of-nobody"),
    bearer(token.slice(0, -1)),
    bearer(`${token}${"x".repeat(12_000)}`),
  ];
  const open = ["/api/health", "/api/session", "/sign-in"];
  const paths = routes.filter((path) => !open.includes(path) && path !== "/icon.svg");
  const texts = new Set<string>();
  const check = async (path: string, method: (typeof methods)[number], headers: Record<string, string>) => {
    const sent = { path, method, headers: { ...json, ...headers }, ...body(method) };
    const answer = await rawRequest(port, sent);
    expect([401, 429], `${method} ${path}`).toContain(answer.status);
    if (method !== "HEAD" && answer.status === 401) texts.add(answer.text);
  };
  for (const path of paths) {
    const calls = methods.flatMap((method) => wrong.map((headers) => check(path, method, headers)));
    await Promise.all(calls);
  }
  expect(texts.size).toBe(1);
}

/** P07: the health check says that the server is up, and nothing of what it is. */
export async function quietHealth(port: number): Promise<void> {
  const health = await rawRequest(port, { path: "/api/health" });
  expect(health.text).toBe('{"status":"ok"}');
  expect(JSON.stringify(health.headers)).not.toMatch(/next\.js|node|powered-by|\d+\.\d+\.\d+|\/work|\/app/i);
}
