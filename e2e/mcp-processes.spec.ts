// What becomes of programs, and of those who wait, when the server ends; and where programs may be run. Cases P30 and P46.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { runEventSchema } from "@/lib/protocol/run-event";
import { postRun, storedLog, until } from "./api-client";
import { type AppProcess, newDataDir, startApp } from "./app-process";

const oddServer = join(process.cwd(), "lib/server/mcp/testing/odd-server.mjs");

/** A data folder whose mcp.json declares a program that notes its own id, and that of a child where it has one. */
function declared(how: string, dataDir = newDataDir()) {
  const [own, child] = [join(dataDir, "own-pid"), join(dataDir, "child-pid")];
  const odd = { command: process.execPath, args: [oddServer, how, child], env: { MARKER: own } };
  writeFileSync(join(dataDir, "mcp.json"), JSON.stringify({ mcpServers: { odd } }));
  const pids = () =>
    [own, child].filter((path) => existsSync(path)).map((path) => Number(readFileSync(path, "utf8")));
  return { dataDir, pids };
}

const api = (app: AppProcess, path: string, body?: object) =>
  fetch(`${app.origin}/api/mcp/servers/odd${path}`, {
    ...(body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });

async function agree(app: AppProcess): Promise<Response> {
  const { command } = await (await api(app, "")).json();
  return api(app, "/consent", { hash: command.hash });
}

function alive(pids: readonly number[]): number[] {
  return pids.filter((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });
}

test("P46: SIGTERM ends programs with what they started, and closes a run that waits for a person", async () => {
  const { dataDir, pids } = declared("has-a-child");
  const app = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  expect((await (await agree(app)).json()).state).toBe("connected");
  expect(alive(pids())).toHaveLength(2);
  const { scenarios } = await (await fetch(`${app.origin}/api/scenarios`)).json();
  const { prompt, tools } = scenarios.find(({ name }: { name: string }) => name === "person-in-the-loop");
  const runId = await postRun(app.origin, { prompt, tools, scenario: "person-in-the-loop" });
  const log = async () => (await storedLog(app.origin, runId)).join("\n");
  await until(async () => (await log()).includes('"type":"pause"'), 10_000);

  const started = performance.now();
  expect(await app.end("SIGTERM")).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
  await until(async () => alive(pids()).length === 0, 5_000);

  const again = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  const events = (await storedLog(again.origin, runId)).map((line) => runEventSchema.parse(JSON.parse(line)));
  expect(checkEventOrder(events)).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "interrupted" });
  const late = await fetch(`${again.origin}/api/runs/${runId}/commands`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "refuse", pauseId: "p1" }),
  });
  expect([late.status, (await late.json()).error.code]).toEqual([409, "run_ended"]);
  // The consent is kept, and nothing was run again without being asked.
  expect((await (await api(again, "")).json()).state).toBe("idle");
  await again.end("SIGTERM");
});

test("a program notices that its server was killed", async () => {
  const { dataDir, pids } = declared("well");
  const app = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  await agree(app);
  expect(alive(pids())).toHaveLength(1);
  await app.end("SIGKILL");
  await until(async () => alive(pids()).length === 0, 5_000);
});

test("P30: where others can reach the server nothing is run, unless the operator says so, which is logged", async () => {
  const { dataDir, pids } = declared("well");
  const team = { TOOLSCOPE_DATA_DIR: dataDir, HOST: "192.0.2.1" };
  const closed = await startApp(team);
  const refused = await agree(closed);
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, "stdio_refused"]);
  expect((await api(closed, "/tools")).status).toBe(409);
  expect(pids()).toEqual([]);
  await closed.end("SIGTERM");

  const open = await startApp({ ...team, TOOLSCOPE_ALLOW_MCP_STDIO: "1" });
  expect((await (await agree(open)).json()).state).toBe("connected");
  expect(open.output()).toContain("Runs the MCP server odd, as TOOLSCOPE_ALLOW_MCP_STDIO allows.");
  await open.end("SIGTERM");
});
