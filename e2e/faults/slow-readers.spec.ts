// Do readers that stop reading cost the others anything? Case P43 of the public test plan.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { expect, test } from "@playwright/test";
import { quantile, readPacedRun, startPacedProvider, startPacedRun } from "@/bench/paced-runs.mjs";
import { type AppProcess, newDataDir, startApp } from "../app-process";

const active = 5;
const paused = 50;
/** 5,000 deltas of 4 kB in ten seconds. */
const twentyMegabytes = { events: 5_000, perSecond: 500, bytes: 4_000 };

test("P43 slow-readers: fifty that have stopped reading cost no memory, and the others no time", async () => {
  const app = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir() });
  const provider = await startPacedProvider(twentyMegabytes);
  const sockets: Socket[] = [];
  try {
    // Not measured: code is compiled.
    await watched(app, provider.baseURL, () => undefined);
    const before = await watched(app, provider.baseURL, () => undefined);
    const alone = await watched(app, provider.baseURL, () => undefined);
    const crowded = await watched(app, provider.baseURL, (runId) => {
      for (let count = 0; count < paused; count += 1) sockets.push(pausedReader(app, runId));
    });
    expect(sockets.filter((socket) => !socket.destroyed)).toHaveLength(paused);
    // The heap grows from run to run for a while, readers or not: ended runs stay in memory for half a minute. A run after
    // the crowded one would show nothing: what a process has taken once, it hardly gives back.
    const drift = Math.max(0, alone.mostMemory - before.mostMemory);
    const growth = crowded.mostMemory - alone.mostMemory - drift;
    test.info().annotations.push({
      type: "measured",
      description: `memory +${Math.round(growth / 1e6)} MB (from run to run ${Math.round(drift / 1e6)} MB), p95 ${alone.p95.toFixed(1)} ms alone, ${crowded.p95.toFixed(1)} ms with ${paused} paused`,
    });
    expect(growth).toBeLessThanOrEqual(100_000_000);
    // Below some milliseconds a factor of two is the machine's noise.
    expect(crowded.p95).toBeLessThanOrEqual(Math.max(2 * alone.p95, 30));
  } finally {
    for (const socket of sockets) socket.destroy();
    await provider.close();
    await app.end("SIGTERM");
  }
});

/** Carries out a run with active readers, and whoever else reads it. */
async function watched(app: AppProcess, baseURL: string, others: (runId: string) => void) {
  const runId = await startPacedRun(app.origin, baseURL);
  others(runId);
  let mostMemory = 0;
  const timer = setInterval(() => {
    mostMemory = Math.max(mostMemory, memoryOf(app.pid));
  }, 100);
  const read = await Promise.all(Array.from({ length: active }, () => readPacedRun(app.origin, runId)));
  clearInterval(timer);
  for (const delays of read) expect(delays).toHaveLength(twentyMegabytes.events);
  return { mostMemory, p95: quantile(read.flat(), 0.95) };
}

/** Asks for the events, takes the first bytes, and reads no more. */
function pausedReader(app: AppProcess, runId: string): Socket {
  const { hostname, port, host } = new URL(app.origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(`GET /api/runs/${runId}/events HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
  socket.once("data", () => socket.pause());
  return socket;
}

/** Resident memory in bytes, as Linux counts it. */
function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1_024;
}
