// P26 and P27: what does a call that takes all it can get cost the server?
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { createSandbox } from "./sandbox";
import { sandboxMemoryBytes } from "./sandbox-limits";

const sandbox = createSandbox();
afterAll(() => sandbox.close());

function run(source: string, limitMs: number) {
  return sandbox.run({
    job: { source, inputJson: "{}" },
    signal: AbortSignal.timeout(limitMs),
    log: () => undefined,
    fetch: () => Promise.reject(new Error("nothing may be fetched here")),
  });
}

/** Asks a server of this process again and again while `work` goes on. @returns the slowest of 95 % of the answers, in ms */
async function healthWhile(work: () => Promise<unknown>): Promise<number> {
  const server = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const times: number[] = [];
  let working = true;
  const asking = (async () => {
    while (working) {
      const started = performance.now();
      await (await fetch(url)).text();
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  await work();
  working = false;
  await asking;
  server.closeAllConnections();
  server.close();
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

/** @returns how long this process, with all of its threads, is busy in so many milliseconds */
async function busyMs(ms: number): Promise<number> {
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** A server that is held up is held up each time; a machine that is busy with something else, hardly. */
const stalledMachine = { retry: 2 };

describe("P26: a call that takes all the time", () => {
  it.each([
    ["a loop", "() => { for (;;); }"],
    ["a backtracking pattern", "() => /^(a+)+$/.test('a'.repeat(40) + 'b')"],
    [
      "a sort that never ends",
      "() => Array.from({ length: 1e6 }, (_, i) => i).sort(() => Math.random() - 0.5) && (() => { for (;;); })()",
    ],
    ["promises without end", "async () => { for (;;) await null }"],
    [
      "a large native join",
      "() => { const a = Array.from({ length: 4000 }, () => 'x'.repeat(4000)); for (;;) a.join('-') }",
    ],
    ["timers without end", "async () => { for (;;) await sleep(1) }"],
  ])("%s is over with its limit, and the server answers meanwhile", stalledMachine, async (_, source) => {
    const limitMs = 600;
    const started = performance.now();
    const slow = await healthWhile(() => run(source, limitMs).catch(() => undefined));
    expect(performance.now() - started).toBeLessThan(limitMs + 500);
    expect(slow).toBeLessThan(200);
    expect(await busyMs(300)).toBeLessThan(150);
  });
});

describe("P27: a call that takes all the memory", () => {
  it.each([
    ["small arrays", "() => { const kept = []; for (;;) kept.push([1]) }"],
    ["strings", "() => { let text = 'x'; for (;;) text += text + Math.random() }"],
    ["different strings", "() => { const kept = []; for (;;) kept.push('x'.repeat(100_000) + kept.length) }"],
    ["typed arrays", "() => { const kept = []; for (;;) kept.push(new Uint8Array(1_000_000)) }"],
    ["nested objects", "() => { let kept = {}; for (;;) kept = { kept } }"],
  ])(
    "%s hears of its limit, and the server has its memory back",
    async (_, source) => {
      const before = process.memoryUsage().rss;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss - before);
      }, 10);
      const outcome = await run(source, 8_000);
      clearInterval(watch);
      expect(outcome).toMatchObject({ kind: "failure" });
      expect(JSON.stringify(outcome)).toMatch(/64 MB of memory|string too long/);
      expect(most).toBeLessThan(2 * sandboxMemoryBytes);
      await expect
        .poll(() => process.memoryUsage().rss - before, { timeout: 10_000, interval: 100 })
        .toBeLessThan(sandboxMemoryBytes / 2);
    },
    20_000,
  );
});

describe("a batch of 16 calls", () => {
  /** Each in a sandbox without a single thread: starting those is part of the time. */
  async function batch(source: string): Promise<number> {
    const fresh = createSandbox();
    const job = { source, inputJson: "{}" };
    const started = performance.now();
    const calls = Array.from({ length: 16 }, () =>
      fresh.run({
        job,
        signal: AbortSignal.timeout(30_000),
        log: () => undefined,
        fetch: () => Promise.reject(new Error("none")),
      }),
    );
    await Promise.all(calls);
    fresh.close();
    return performance.now() - started;
  }

  it("that wait 200 ms each takes hardly longer than one: start-up and 1.5 times the wait", async () => {
    const startUp = Math.max(await batch("() => 1"), await batch("() => 1"));
    expect(await batch("async () => { await sleep(200) }")).toBeLessThan(startUp * 1.5 + 300);
  }, 30_000);
});
