// The door of the built app: who may talk to it. The cases are those of the security plan, by their numbers.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { chromium, type Page } from "@playwright/test";
import { freePort } from "@/lib/server/testing/free-port";
import { type AppProcess, newDataDir, startApp } from "./app-process";
import { pagesOfBuild, routesOfBuild } from "./build-routes";
import { expect, test } from "./fixtures";
import { rawRequest } from "./raw-request";

const token = "made-up-token-of-the-operator";
const json = { "content-type": "application/json" };
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const body = (method: string) =>
  ["POST", "PUT", "PATCH"].includes(method) ? { body: '{"prompt":"x"}' } : {};
const mainPort = () => Number(new URL(test.info().project.use.baseURL ?? "").port);

function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4")?.address;
}

async function canConnect(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: 2_000 });
  const came = await Promise.race([
    once(socket, "connect").then(
      () => true,
      () => false,
    ),
    once(socket, "timeout").then(() => false),
  ]);
  socket.destroy();
  return came;
}

async function runCount(port: number, headers = {}): Promise<number> {
  return JSON.parse((await rawRequest(port, { path: "/api/runs", headers })).text).runs.length;
}

test("P01 bind-default: started with no options, it listens on this machine's own address only", async () => {
  const port = await freePort();
  const { HOST: _host, ...env } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...env, PORT: String(port), TOOLSCOPE_DATA_DIR: test.info().outputPath("data") },
    stdio: "pipe",
  });
  try {
    await expect.poll(() => canConnect("127.0.0.1", port), { timeout: 25_000 }).toBe(true);
    const lan = lanAddress();
    if (lan !== undefined) expect(await canConnect(lan, port)).toBe(false);
    // Another loopback address of IPv4 shows a socket that takes all of them.
    expect(await canConnect("127.0.0.2", port)).toBe(false);
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
});

test.describe("P03 host-matrix", () => {
  const hosts = (port: number) => [
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

  test("no path answers under a name that is not ours", async () => {
    test.setTimeout(90_000);
    const port = mainPort();
    const paths = [
      ...routesOfBuild(),
      ...pagesOfBuild(),
      ...oddPaths,
      "/nope",
      "/icon.svg",
      "/_next/image?url=%2Ficon.svg&w=64&q=75",
      `/_next/static/chunks/${"x".repeat(8)}.js`,
      "/index.rsc",
      "/runs.rsc",
      "/gateway/v1/messages",
    ];
    const flight = [
      {},
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1" },
      { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    ];
    for (const path of paths) {
      for (const host of hosts(port)) {
        for (const extra of host === "evil.test" ? flight : [{}]) {
          const forwarded = { "x-forwarded-host": `localhost:${port}`, "x-forwarded-proto": "http" };
          const answer = await rawRequest(port, { path, headers: { host, ...forwarded, ...extra } });
          expect(answer.status, `${host} ${path}`).toBe(421);
          expect(answer.text, `${host} ${path}`).not.toMatch(/<html|Toolscope<|"runs"/);
          expect(answer.headers["set-cookie"]).toBeUndefined();
        }
      }
    }
  });

  test("the loopback names answer", async () => {
    const port = mainPort();
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      for (const path of ["/", "/api/runs", "/icon.svg", "/simulator/_requests"])
        expect((await rawRequest(port, { path, headers: { host } })).status, `${host} ${path}`).toBe(200);
  });
});

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

test("P04 rebind-browser: under a rebound name nothing is read and nothing is started", async () => {
  const port = mainPort();
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
});

test("P05 csrf-simple: what a page of another site sends changes nothing", async () => {
  const port = mainPort();
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
});

test("P06 origin-oddities: 403 for each on a write", async () => {
  const port = mainPort();
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
  }
});

test.describe("with an access token", () => {
  let server: AppProcess;
  test.beforeAll(async () => {
    test.setTimeout(90_000);
    server = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir(), TOOLSCOPE_ACCESS_TOKEN: token });
  });
  test.afterAll(() => server.end("SIGTERM"));

  test("P07 no-credential-sweep: every route and method says the same 401", async () => {
    test.setTimeout(120_000);
    const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
    const wrong = [
      {},
      bearer("wrong-token-of-nobody"),
      bearer(token.slice(0, -1)),
      bearer(`${token}${"x".repeat(12_000)}`),
    ];
    const open = ["/api/health", "/api/session", "/sign-in"];
    const paths = [...routesOfBuild(), ...pagesOfBuild()].filter(
      (path) => !open.includes(path) && path !== "/icon.svg",
    );
    const texts = new Set<string>();
    for (const path of paths) {
      for (const method of methods) {
        for (const headers of wrong) {
          const answer = await rawRequest(server.port, {
            path,
            method,
            headers: { ...json, ...headers },
            ...body(method),
          });
          expect([401, 429], `${method} ${path}`).toContain(answer.status);
          if (method !== "HEAD" && answer.status === 401) texts.add(answer.text);
        }
      }
    }
    expect(texts.size).toBe(1);
    // A person is told the same, with the means to change it.
    const asBrowser = await rawRequest(server.port, { path: "/runs", headers: { accept: "text/html" } });
    expect(asBrowser.status).toBe(401);
    expect(asBrowser.text).toContain("Sign in to Toolscope");
    const health = await rawRequest(server.port, { path: "/api/health" });
    expect(health.text).toBe('{"status":"ok"}');
    expect(JSON.stringify(health.headers)).not.toMatch(
      /next\.js|node|powered-by|\d+\.\d+\.\d+|\/work|\/app/i,
    );
  });

  test("P07: a wrong token takes as long as another wrong one", async () => {
    const spread = async () => {
      const candidates = [token.slice(0, -1), `${token}x`, "y".repeat(token.length), "z"];
      const medians: number[] = [];
      for (const value of candidates) {
        const times: number[] = [];
        for (let time = 0; time < 15; time += 1)
          times.push(
            (
              await rawRequest(server.port, {
                path: "/api/runs",
                headers: { authorization: `Bearer ${value}` },
              })
            ).ms,
          );
        medians.push(times.toSorted((one, other) => one - other)[7] ?? 0);
      }
      return Math.max(...medians) - Math.min(...medians);
    };
    await expect.poll(spread, { timeout: 25_000 }).toBeLessThanOrEqual(5);
  });

  test("P09 bad-token-flood: wrong tokens are throttled while somebody works", async () => {
    test.setTimeout(120_000);
    const rounds: { quiet: number; during: number }[] = [];
    // A machine that does something else for a second is not what is asked about: one good round shows it.
    while (rounds.length < 3 && rounds.every(({ quiet, during }) => during > 2 * quiet)) {
      const before = await workTime(server.port);
      const flood = floodOfGuesses(server.port);
      const during = await workTime(server.port);
      const statuses = await flood;
      expect(statuses).toHaveLength(1_000);
      expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(950);
      // Below that nobody notices, and it is the machine's own noise.
      rounds.push({ quiet: Math.max(before, await workTime(server.port), 40), during });
    }
    const ratios = rounds.map(({ quiet, during }) => during / quiet);
    expect(Math.min(...ratios)).toBeLessThanOrEqual(2);
  });
});

/** @returns the 95th percentile of somebody's calls with the right token, in milliseconds */
async function workTime(port: number): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 60; time += 1) {
    const answer = await rawRequest(port, {
      path: "/api/runs",
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    times.push(answer.ms);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times.toSorted((one, other) => one - other)[57] ?? 0;
}

/** A thousand in ten seconds, half of them at the sign-in. @returns the statuses */
async function floodOfGuesses(port: number): Promise<number[]> {
  const begun = performance.now();
  const calls: Promise<number>[] = [];
  for (let sent = 0; sent < 1_000; sent += 1) {
    const early = begun + sent * 10 - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const guess = `wrong-token-${sent}`;
    const call = rawRequest(port, {
      path: sent % 2 === 0 ? "/api/session" : "/api/runs",
      method: "POST",
      headers: { ...json, ...(sent % 2 === 0 ? {} : { authorization: `Bearer ${guess}` }) },
      body: JSON.stringify({ token: guess }),
    });
    calls.push(call.then(({ status }) => status));
  }
  return Promise.all(calls);
}
