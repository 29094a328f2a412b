// Who is measured, and how is each one started?
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const next = join(root, "node_modules/next/dist/bin/next");

export const lookupSchema = { type: "object", properties: { key: { type: "string" } }, required: ["key"] };

/** @returns the stub provider's address and its process */
export async function startStub(...numbers) {
  const child = spawn(process.execPath, [join(root, "bench/stub-provider.mjs"), ...numbers.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise((resolve) =>
    child.stdout.once("data", (data) => resolve(Number(String(data)))),
  );
  return { baseURL: `http://127.0.0.1:${port}`, child };
}

/** Starts a built Next.js app on a free port, with a data directory of its own. */
export async function startNext(folder) {
  const port = await freePort();
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), NODE_ENV: "production" };
  env.TOOLSCOPE_DATA_DIR = mkdtempSync(join(tmpdir(), "toolscope-bench-"));
  const child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    const up = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (up) return { origin, child };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server in ${folder} did not start`);
}

export function buildNext(folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, "build"], {
      cwd: folder,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the build in ${folder} failed`))));
  });
}

/** @returns the id of a run that was started against a provider at this address */
export async function startRun(origin, baseURL, tools, setup = { prompt: "Go" }) {
  const answer = await fetch(`${origin}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      model: "bench",
      maxTokens: 10_000,
      provider: { kind: "custom", baseURL },
      tools,
      ...setup,
    }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()).runId;
}

/** The whole path: start a run over the API, read every event of it. @returns its id, wall time in ms, and the events' text */
export async function toolscopeRun(origin, baseURL, tools, setup) {
  const started = performance.now();
  const runId = await startRun(origin, baseURL, tools, setup);
  const text = await (await fetch(`${origin}/api/runs/${runId}/events`)).text();
  const wallMs = performance.now() - started;
  if (!text.includes('"outcome":"completed"'))
    throw new Error(`the run did not complete: ${text.slice(-600)}`);
  return { runId, wallMs, text };
}

/** The same with the AI SDK behind a route: call it, read its stream to the end. @returns wall time in ms */
export async function aiSdkRun(origin, baseURL) {
  const started = performance.now();
  const answer = await fetch(`${origin}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ baseURL }),
  });
  const text = await answer.text();
  const wallMs = performance.now() - started;
  if (!text.includes("[DONE]")) throw new Error(`the AI SDK's stream did not end: ${text.slice(-300)}`);
  return wallMs;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
