// Tools of the real server-everything come into a run over HTTP and stdio, and nothing is run that nobody agreed to.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { startEverything } from "@/lib/server/mcp/testing/everything-http.mjs";
import { expect, test } from "./fixtures";
import { McpPanel } from "./mcp-panel";

const dataDir = process.env.TOOLSCOPE_E2E_DATA_DIR ?? "";
const file = join(dataDir, "mcp.json");
const marker = join(dataDir, "mcp-was-run");
const oddServer = join(process.cwd(), "lib/server/mcp/testing/odd-server.mjs");
const everything = join(process.cwd(), "node_modules/@modelcontextprotocol/server-everything/dist/index.js");

function declare(servers: object): void {
  writeFileSync(file, JSON.stringify({ mcpServers: servers }));
}

test.afterEach(async ({ request }) => {
  rmSync(file, { force: true });
  rmSync(marker, { force: true });
  const { servers } = await (await request.get("/api/mcp/servers")).json();
  for (const { name } of servers) await request.delete(`/api/mcp/servers/${name}`);
});

test("tools of a server over HTTP are found, added and called", async ({ playground, logOf }) => {
  const server = await startEverything();
  const panel = new McpPanel(playground.page);
  await panel.open();
  await panel.addServer("everything", server.url);
  await expect(panel.server("everything").getByRole("status")).toContainText("Connected");
  await panel.tools.getByRole("searchbox", { name: "Find a tool" }).fill("sum two");
  await expect(panel.tools.getByRole("listitem")).toHaveCount(1);
  await panel.addTools("get-sum");
  await expect(panel.tools.getByRole("checkbox", { name: "get-sum" })).toBeDisabled();
  await panel.tools.getByRole("searchbox", { name: "Find a tool" }).fill("");
  await panel.addTools("echo", "get-tiny-image");
  await panel.close();

  await playground.ask("Echo the message hello, and get the tiny image.");
  await playground.untilStatus("Completed");
  const first = playground.turn(1);
  await expect(first).toContainText("Echo: hello");
  await first.getByRole("button", { name: /^Call get-tiny-image/ }).click();
  await expect(playground.inspector.getByRole("img", { name: /get-tiny-image/ })).toBeVisible();
  await expect(playground.inspector).toContainText("mcp");
  const starts = (await logOf(await playground.runId())).filter((event) => event.type === "tool-call-start");
  expect(starts.map(({ handler }) => handler)).toEqual(["mcp", "mcp"]);

  // The server goes away: only its own calls notice.
  await server.close();
  await playground.page.getByRole("button", { name: "New run" }).click();
  await playground.ask("Echo the message hello. What's the weather in Paris?");
  await playground.untilStatus("Completed");
  await expect(playground.turn(1)).toContainText(
    "The MCP server everything: no answer: connect ECONNREFUSED",
  );
  await expect(
    playground.turn(1).getByRole("button", { name: "Call get_weather Paris, done" }),
  ).toBeVisible();
});

test("a program is run after consent to its exact command line, and asks again when that changes", async ({
  playground,
}) => {
  const command = {
    command: process.execPath,
    args: [everything, "stdio", "two words"],
    env: { NODE_OPTIONS: "" },
  };
  declare({ everything: command });
  const panel = new McpPanel(playground.page);
  await panel.open();
  const server = await panel.choose("everything");
  await expect(server.getByRole("status")).toContainText("Needs your consent");
  await server.getByRole("button", { name: "Look at its command line" }).click();
  const consent = playground.page.getByRole("dialog", { name: "Run the program of everything?" });
  await expect(consent.getByRole("listitem")).toHaveText([
    `$${process.execPath}`,
    `1${everything}`,
    "2stdio",
    '3"two words"',
  ]);
  await expect(consent).toContainText("NODE_OPTIONS");
  await consent.getByRole("button", { name: "Run this command" }).click();
  await expect(server.getByRole("status")).toContainText("Connected");
  await panel.addTools("get-sum");
  await panel.close();

  await playground.ask("Get the sum of 2 and 40");
  await playground.untilStatus("Completed");
  await expect(playground.turn(1)).toContainText("The sum of 2 and 40 is 42.");

  declare({ everything: { ...command, args: [...command.args, "--more"] } });
  await panel.open();
  await panel.choose("everything");
  await expect(server.getByRole("status")).toContainText("Needs your consent");
  await panel.close();
  await playground.run.click();
  await expect(playground.page.getByText(/nobody has agreed to its command line/).first()).toBeVisible();
});

test("nothing is run for a listing, a refusal, or a stale consent", async ({ playground, request }) => {
  declare({ odd: { command: process.execPath, args: [oddServer], env: { MARKER: marker } } });
  const panel = new McpPanel(playground.page);
  await panel.open();
  const server = await panel.choose("odd");
  await server.getByRole("button", { name: "Look at its command line" }).click();
  await playground.page.getByRole("button", { name: "Not now" }).click();
  await expect(server.getByRole("status")).toContainText("Needs your consent");

  const api = "/api/mcp/servers/odd";
  const { command } = await (await request.get(api)).json();
  declare({ odd: { command: process.execPath, args: [oddServer, "other"], env: { MARKER: marker } } });
  const stale = await request.post(`${api}/consent`, { data: { hash: command.hash } });
  expect([stale.status(), (await stale.json()).error.code]).toEqual([409, "command_changed"]);
  expect((await request.get(`${api}/tools`)).status()).toBe(409);
  expect((await (await request.post(`${api}/connection`)).json()).state).toBe("needs-consent");
  const added = await request.post("/api/mcp/servers", {
    data: { name: "x", command: "sh", args: ["-c", "id"] },
  });
  expect([added.status(), (await added.json()).error.code]).toEqual([403, "stdio_by_file"]);
  const foreign = await request.post(`${api}/consent`, {
    data: { hash: command.hash },
    headers: { origin: "http://localhost.evil.test" },
  });
  expect(foreign.status()).toBe(403);
  expect(existsSync(marker)).toBe(false);
});

test("a server that fails says why, and what is wrong with mcp.json is told", async ({ playground }) => {
  declare({
    gone: { command: "no-such-program-here" },
    old: { type: "sse", url: "https://example.com/sse" },
  });
  const panel = new McpPanel(playground.page);
  await panel.open();
  await expect(await panel.choose("old")).toContainText("The old SSE transport is not spoken here");
  const gone = await panel.choose("gone");
  await gone.getByRole("button", { name: "Look at its command line" }).click();
  await playground.page.getByRole("button", { name: "Run this command" }).click();
  await expect(gone).toContainText('there is no program "no-such-program-here"');
  const server = await startEverything();
  await server.close();
  await panel.addServer("nobody", server.url);
  await expect(panel.server("nobody")).toContainText("ECONNREFUSED");
  await panel.addServer("bad", "file:///etc/passwd");
  await expect(panel.dialog.getByRole("alert")).toContainText("use http: or https:");
  writeFileSync(file, "{ not json");
  await expect(panel.dialog).toContainText("It is not JSON");
});

for (const theme of ["Light", "Dark"] as const) {
  test(`the panel is accessible and holds ten thousand tools, ${theme}`, async ({ playground }) => {
    const { page } = playground;
    await page.getByRole("combobox", { name: "Theme" }).click();
    await page.getByRole("option", { name: theme }).click();
    declare({ many: { command: process.execPath, args: [oddServer, "ten-thousand-tools"] } });
    const panel = new McpPanel(page);
    await panel.open();
    const server = await panel.choose("many");
    if (theme === "Light") {
      await server.getByRole("button", { name: "Look at its command line" }).click();
      await page.getByRole("button", { name: "Run this command" }).click();
    } else await server.getByRole("button", { name: "Connect", exact: true }).click();
    await expect(panel.tools).toContainText("It lists 10,000 tools or more: the first 2,000 are taken.");
    expect(await panel.tools.getByRole("listitem").count()).toBeLessThan(60);
    const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
    expect(violations).toEqual([]);
  });
}

test("what a server is given stays out of the page", async ({ playground, request }) => {
  const canary = "canary-mcp-4711-0815";
  declare({ odd: { command: process.execPath, args: [oddServer], env: { API_TOKEN: canary } } });
  const listed = await (await request.get("/api/mcp/servers")).text();
  expect(listed).toContain("API_TOKEN");
  expect(listed).not.toContain(canary);
  const panel = new McpPanel(playground.page);
  await panel.open();
  const server = await panel.choose("odd");
  await server.getByRole("button", { name: "Look at its command line" }).click();
  await playground.page.getByRole("button", { name: "Run this command" }).click();
  await panel.addTools("environment");
  await panel.close();
  await playground.ask("Look at the environment.");
  await playground.untilStatus("Completed");
  const log = readFileSync(join(dataDir, "runs", `${await playground.runId()}.jsonl`), "utf8");
  expect(log).toContain("API_TOKEN");
  expect(log).not.toContain(canary);
});
