// A server of a test's own, from the same build, with the environment that the test is about.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/server/testing/free-port";

export type OwnServer = {
  readonly port: number;
  readonly origin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** What it wrote to its log so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
};

const root = new URL("..", import.meta.url).pathname;
const nextBin = join(root, "node_modules/next/dist/bin/next");

/** Blank rather than absent: Next.js would fill an absent one in from a developer's `.env`. */
const blank = Object.fromEntries(
  [
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_BASE_URL",
    "ANTHROPIC_CUSTOM_HEADERS",
    "DATABASE_URL",
    "TOOLSCOPE_ACCESS_TOKEN",
    "TOOLSCOPE_ACCESS_TOKENS",
    "TOOLSCOPE_ORIGINS",
    "TOOLSCOPE_GATEWAY_TOKEN",
  ].map((name) => [name, ""]),
);

/** @param host what it listens on, as HOST says it */
export async function ownServer(
  variables: Readonly<Record<string, string>> = {},
  host = "127.0.0.1",
): Promise<OwnServer> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "toolscope-own-"));
  const child = spawn(process.execPath, [nextBin, "start", "-H", host, "-p", String(port)], {
    cwd: root,
    env: {
      ...process.env,
      ...blank,
      HOST: host,
      PORT: String(port),
      TOOLSCOPE_DATA_DIR: dataDir,
      NODE_ENV: "production",
      NODE_OPTIONS: "--max-http-header-size=65536",
      NEXT_TELEMETRY_DISABLED: "1",
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (log += data));
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await untilUp(origin, child, () => log);
  return {
    port,
    origin: `http://localhost:${port}`,
    dataDir,
    process: child,
    log: () => log,
    close: async () => {
      child.kill("SIGKILL");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilUp(origin: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const up = await fetch(`${origin}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await pause(50);
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not start:\n${log()}`);
}

/** Every route handler of the build, by the path that Next.js serves it under, with made-up values for its parameters. */
export function routesOfBuild(): string[] {
  const manifest = JSON.parse(readFileSync(join(root, ".next/server/app-paths-manifest.json"), "utf8"));
  return Object.keys(manifest)
    .filter((path) => path.endsWith("/route"))
    .map((path) => path.slice(0, -"/route".length))
    .map((path) => path.replace("[runId]", "run_0mwza4rys2a5cfc3c9c").replace("[...path]", "v1/messages"));
}

/** Every page of the build. */
export function pagesOfBuild(): string[] {
  const manifest = JSON.parse(readFileSync(join(root, ".next/server/app-paths-manifest.json"), "utf8"));
  return Object.keys(manifest)
    .filter((path) => path.endsWith("/page") && !path.startsWith("/_"))
    .map((path) => path.slice(0, -"/page".length).replace("[runId]", "run_0mwza4rys2a5cfc3c9c") || "/");
}
