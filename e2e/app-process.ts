// How does a test have servers of its own, which it may kill?
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/server/testing/free-port";

const nextBin = "node_modules/next/dist/bin/next";

export type AppProcess = {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  /** Everything it wrote to its output so far. */
  readonly output: () => string;
  /** @returns how it ended: an exit code, or the signal that ended it */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>;
};

export const newDataDir = () => mkdtempSync(join(tmpdir(), "toolscope-process-"));

/**
 * Starts the app on a free port of loopback, without any key, and waits until it answers.
 *
 * @param env settings of its own: `TOOLSCOPE_DATA_DIR` at least
 * @param how as it was built, or by `next dev`, of which one folder has one at a time
 */
export async function startApp(
  env: Readonly<Record<string, string>>,
  how: "start" | "dev" = "start",
): Promise<AppProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [nextBin, how, "-H", "127.0.0.1", "-p", String(port)], {
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("ANTHROPIC_"))),
      NODE_ENV: how === "dev" ? "development" : "production",
      NEXT_MANUAL_SIG_HANDLE: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      HOST: "127.0.0.1",
      PORT: String(port),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      output += data.toString("utf8");
    });
  const exited = once(child, "exit").then(([code, signal]): number | string => code ?? signal);
  await answering(origin, child, () => output);
  return {
    port,
    origin,
    pid: child.pid ?? 0,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

async function answering(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const up = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(20_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not start:\n${output()}`);
}
