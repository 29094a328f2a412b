// P17 canary-sweep, P18 mask-and-rest, P20 upstream-echo: secrets made for this run, looked for everywhere afterwards.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { inspect } from "node:util";
import { postRun } from "./api-client";
import { type AppProcess, newDataDir, startApp } from "./app-process";
import { pagesOfBuild } from "./build-routes";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";
import { SetupForm } from "./setup-form";

/** Characters that JSON, URLs and base64 each write in another way. */
const canary = (name: string) => `canary-${name}-"+/%\\-${randomBytes(9).toString("hex")}`;
const canaries = {
  environmentKey: canary("env-key"),
  environmentHeader: canary("env-header"),
  accessToken: canary("access"),
  gatewayToken: canary("gateway"),
  typedKey: canary("typed-key"),
  header: canary("header"),
  perRequestHeader: canary("per-request"),
  toolHeader: canary("tool-header"),
  urlQuery: canary("url-query"),
  mcpVariable: canary("mcp-env"),
  mcpHeader: canary("mcp-header"),
};

/** As it is, and as a log of objects, JSON (twice), URLs, base64 at each of its three alignments, and hex write it. */
function formsOf(secret: string): string[] {
  const json = (text: string) => JSON.stringify(text).slice(1, -1);
  const base64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.from("x".repeat(shift) + secret)
      .toString("base64")
      .replace(/=+$/, "");
    const inner = text.slice(shift === 0 ? 0 : shift + 1, -2);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [
    secret,
    inspect(secret).slice(1, -1),
    json(secret),
    json(json(secret)),
    encodeURIComponent(secret),
    encodeURI(secret),
    ...base64,
    Buffer.from(secret).toString("hex"),
  ];
}

/** @returns which canary stands in the text, and in which form */
function hitsIn(where: string, text: string): string[] {
  return Object.entries(canaries).flatMap(([name, secret]) =>
    formsOf(secret)
      .filter((form) => text.includes(form))
      .map((form) => `${where}: ${name} as ${form}`),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A provider and a tool's server in one, which repeat whatever they were sent. */
async function startEcho(): Promise<{ origin: string; seen: () => string; close: () => Server }> {
  const seen: string[] = [];
  const server = createServer({ maxHeaderSize: 65_536 }, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString("utf8");
    const echo = `${request.url} ${JSON.stringify(request.headers)}`;
    seen.push(echo);
    answer(request, response, echo, body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: () => seen.join("\n"),
    close: () => server.close(),
  };
}

function answer(
  { url = "", headers }: IncomingMessage,
  response: ServerResponse,
  echo: string,
  body: string,
): void {
  // Of the values as they are: JSON would write the quotes in them in another way.
  const base64 = Buffer.from([url, ...Object.values(headers)].join(" ")).toString("base64");
  const echoed = {
    "x-echo": JSON.stringify(headers).replace(/[^\x20-\x7e]/g, "?"),
    "set-cookie": `echo=${encodeURIComponent(echo)}`,
  };
  if (url.startsWith("/tool")) {
    response
      .writeHead(200, { "content-type": "application/json", ...echoed })
      .end(JSON.stringify({ echo, base64 }));
    return;
  }
  if (url.startsWith("/refuses")) {
    const error = {
      type: "error",
      error: { type: "authentication_error", message: `invalid key in ${echo}` },
    };
    response.writeHead(401, { "content-type": "application/json", ...echoed }).end(JSON.stringify(error));
    return;
  }
  if (url.startsWith("/breaks")) {
    response
      .writeHead(500, { "content-type": "text/html", ...echoed })
      .end(`<html><pre>${echo}</pre>${encodeURIComponent(echo)}</html>`);
    return;
  }
  const again = body.includes("tool_result");
  const content = again
    ? [{ type: "text", text: `You sent ${echo}, which is ${base64} or ${encodeURIComponent(echo)}` }]
    : [{ type: "tool_use", id: "toolu_made_up_1", name: "ask", input: { echo } }];
  const message = {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "claude-opus-5-5",
    content,
    stop_reason: again ? "end_turn" : "tool_use",
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
  response.writeHead(200, { "content-type": "application/json", ...echoed }).end(JSON.stringify(message));
}

let echo: Awaited<ReturnType<typeof startEcho>>;
let app: AppProcess;
const dataDir = newDataDir();
const bearer = { authorization: `Bearer ${canaries.accessToken}` };

test.beforeAll(async () => {
  test.setTimeout(90_000);
  echo = await startEcho();
  const servers = {
    programs: { command: process.execPath, args: ["--version"], env: { MCP_TOKEN: canaries.mcpVariable } },
    web: { url: `${echo.origin}/mcp`, headers: { Authorization: `Bearer ${canaries.mcpHeader}` } },
  };
  writeFileSync(join(dataDir, "mcp.json"), JSON.stringify({ mcpServers: servers }), { mode: 0o600 });
  app = await startApp({
    TOOLSCOPE_DATA_DIR: dataDir,
    TOOLSCOPE_ACCESS_TOKEN: canaries.accessToken,
    TOOLSCOPE_GATEWAY_TOKEN: canaries.gatewayToken,
    ANTHROPIC_API_KEY: canaries.environmentKey,
    ANTHROPIC_BASE_URL: `${echo.origin}/answers`,
    ANTHROPIC_CUSTOM_HEADERS: `X-Of-The-Environment: ${canaries.environmentHeader}`,
    ANTHROPIC_LOG: "debug",
  });
});
test.afterAll(async () => {
  await app.end("SIGTERM");
  echo.close();
});

const request = (provider: object, engine: object) => ({
  prompt: "Ask.",
  stream: false,
  provider,
  engine,
  tools: [
    {
      name: "ask",
      inputSchema: { type: "object" },
      handler: {
        kind: "http",
        url: `${echo.origin}/tool?api_key=${encodeURIComponent(canaries.urlQuery)}`,
        headers: [{ name: "X-Tool", value: canaries.toolHeader, secret: true }],
      },
    },
  ],
  headers: {
    default: [{ name: "cf-aig-authorization", value: `Bearer ${canaries.header}` }],
    perRequest: [{ name: "X-Per-Request", value: canaries.perRequestHeader, secret: true }],
  },
  limits: { maxTurns: 3 },
});

test("P17 canary-sweep and P20 upstream-echo: no secret is anywhere afterwards", async () => {
  test.setTimeout(120_000);
  const typed = (path: string) => ({
    kind: "custom",
    baseURL: `${echo.origin}${path}`,
    apiKey: canaries.typedKey,
  });
  const providers = [
    { kind: "anthropic" },
    typed("/answers"),
    typed("/refuses"),
    typed("/breaks"),
    { ...typed("/answers"), gateway: true },
  ];
  const engines = [{ kind: "manual" }, { kind: "tool-runner" }, { kind: "ai-sdk" }];
  const texts: [where: string, text: string][] = [];
  const get = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${app.origin}${path}`, { ...init, headers: { ...bearer, ...init.headers } });
    return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
  };
  for (const engine of engines) {
    for (const provider of providers) {
      const runId = await postRun(app.origin, request(provider, engine), bearer);
      const events = await fetch(`${app.origin}/api/runs/${runId}/events`, { headers: bearer });
      texts.push([`events of ${engine.kind}`, await events.text()]);
      for (const path of ["", "/log"]) texts.push([`run ${path}`, await get(`/api/runs/${runId}${path}`)]);
    }
  }
  // What went out had them all: else nothing would be shown by not finding them.
  const sent = echo.seen();
  for (const name of [
    "environmentKey",
    "environmentHeader",
    "typedKey",
    "header",
    "perRequestHeader",
    "toolHeader",
  ] as const)
    expect(sent, name).toContain(JSON.stringify(canaries[name]).slice(1, -1));
  expect(sent).toContain(encodeURIComponent(canaries.urlQuery));
  const jsonType = { "content-type": "application/json" };
  const wanted = JSON.stringify({ query: "" });
  texts.push(["export", await get("/api/runs/export", { method: "POST", headers: jsonType, body: wanted })]);
  for (const path of [
    "/api/runs",
    "/api/environment",
    "/api/engines",
    "/api/mcp/servers",
    "/api/mcp/servers/web",
    "/api/mcp/servers/programs",
    "/simulator/_requests",
  ])
    texts.push([path, await get(path)]);
  // A client of the Messages API sends the access token in place of a key: taken out before the simulator writes it down.
  const client = { ...jsonType, "x-api-key": canaries.accessToken };
  await get("/simulator/v1/messages", { method: "POST", headers: client, body: "{}" });
  const received = await get("/simulator/_requests");
  expect(received).toContain('"path": "/v1/messages"');
  texts.push(["what the simulator received", received]);
  await get("/api/mcp/servers/web/connect", { method: "POST", headers: jsonType, body: "{}" });
  for (const path of pagesOfBuild()) texts.push([path, await get(path)]);
  for (const path of [...filesBelow(dataDir), ...filesBelow(".next/static")])
    if (!path.endsWith("mcp.json")) texts.push([path, readFileSync(path, "latin1")]);
  texts.push(["the server's output", app.output()]);
  expect(texts.length).toBeGreaterThan(60);
  const hits = texts.flatMap(([where, text]) => hitsIn(where, text));
  expect(hits).toEqual([]);
});

test("the sweep finds a secret that is there", () => {
  const secret = canaries.header;
  for (const text of [
    secret,
    JSON.stringify({ a: JSON.stringify(secret) }),
    inspect({ a: [secret] }),
    `user:${secret}`.slice(5),
    encodeURIComponent(secret),
    Buffer.from(`user:${secret}!`).toString("base64"),
  ])
    expect(hitsIn("a text", `before ${text} after`).length).toBeGreaterThan(0);
});

test("P18 mask-and-rest: what is stored can be read by its owner only", async () => {
  const runId = await postRun(app.origin, { prompt: "Hello", provider: { kind: "simulator" } }, bearer);
  await fetch(`${app.origin}/api/runs/${runId}/events`, { headers: bearer }).then((events) => events.text());
  expect(filesBelow(dataDir)).toContain(join(dataDir, "runs", `${runId}.jsonl`));
  for (const path of filesBelow(dataDir)) expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o600]);
  const folders = readdirSync(dataDir, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.length).toBeGreaterThan(0);
  for (const { parentPath, name } of folders)
    expect(statSync(join(parentPath, name)).mode & 0o777).toBe(0o700);
});

test("P18 mask-and-rest: a secret typed in the page is masked, and nowhere once the page is left", async ({
  playground,
}) => {
  const { page } = playground;
  const setup = new SetupForm(page);
  const provider = await setup.section("Provider");
  await provider.getByRole("radio", { name: "Custom URL" }).click();
  await provider.getByRole("textbox", { name: "Base URL" }).fill(`${echo.origin}/answers`);
  await page.getByLabel("API key", { exact: true }).fill(canaries.typedKey);
  const typedKey = page.getByLabel("API key", { exact: true });
  await expect(typedKey).toHaveAttribute("type", "password");
  await playground.ask("Ask.");
  await expect(playground.status).not.toContainText("Running", { timeout: 30_000 });
  await playground.view("Headers");
  const kept = () =>
    page.evaluate(async () => {
      const databases = (await indexedDB.databases?.()) ?? [];
      return JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        databases,
        document.cookie,
        location.href,
        history.state,
      ]);
    });
  const shown = () => page.evaluate(() => document.documentElement.outerHTML);
  await page.getByRole("button", { name: "Show the key" }).click();
  await expect(typedKey).toHaveAttribute("type", "text");
  await expect(typedKey).toHaveValue(canaries.typedKey);
  expect(hitsIn("storage", await kept())).toEqual([]);
  expect(hitsIn("DOM", (await shown()).replaceAll(/<input[^>]*>/g, ""))).toEqual([]);
  await page.reload();
  await new Playground(page).open(new URL(page.url()).pathname);
  expect(hitsIn("DOM after a reload", await shown())).toEqual([]);
  await expect(typedKey).toHaveValue("");
  await expect(typedKey).toHaveAttribute("type", "password");
});
