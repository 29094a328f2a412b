// Does what was shown outlive the server, whatever ends it? Cases P42 and P46 of the public test plan.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { runEventSchema } from "@/lib/protocol/run-event";
import { newRunId } from "@/lib/server/store/run-id";
import { followRun, postRun, runDetail, storedLog, until } from "./api-client";
import { newDataDir, startApp } from "./app-process";

const quick = { prompt: "What's 15 + 27?" };
const slow = { prompt: "Tell me everything about tools.", scenario: "long-answer" };
const eventsOf = (lines: readonly string[]) => lines.map((line) => runEventSchema.parse(JSON.parse(line)));
const stored = (dataDir: string, runId: string) =>
  readFileSync(join(dataDir, "runs", `${runId}.jsonl`), "utf8")
    .split("\n")
    .slice(0, -1);

test("P42 tool-once: a tool that a crash interrupted is not run again, and its outcome is said to be unknown", async () => {
  test.setTimeout(90_000);
  let hits = 0;
  const trap = createServer(() => {
    hits += 1;
  });
  await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
  const { port } = trap.address() as AddressInfo;
  const dataDir = newDataDir();
  const before = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  const runId = await postRun(before.origin, {
    prompt: "Order it",
    tools: [
      {
        name: "order",
        description: "Orders a thing.",
        inputSchema: { type: "object" },
        handler: { kind: "http", method: "POST", url: `http://127.0.0.1:${port}/order` },
      },
    ],
    scenario: {
      turns: [{ content: [{ type: "tool_use", name: "order", input: {} }], stop_reason: "tool_use" }],
    },
  });
  await until(async () => hits === 1, 15_000);
  await before.end("SIGKILL");
  const after = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  await until(async () => (await runDetail(after.origin, runId)).outcome === "interrupted", 10_000);
  const events = eventsOf(await storedLog(after.origin, runId));
  const end = events.find((event) => event.type === "tool-call-end");
  expect(end).toMatchObject({
    result: { isError: true, content: expect.stringContaining("not known whether") },
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(hits).toBe(1);
  await after.end("SIGTERM");
  trap.closeAllConnections();
  trap.close();
});

test("P46 sigterm: five open runs are closed, their readers told, and the process ends in time with code 0", async () => {
  test.setTimeout(60_000);
  const dataDir = newDataDir();
  const app = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  const runs = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const runId = await postRun(app.origin, slow);
      return { runId, transcript: followRun(app.origin, runId) };
    }),
  );
  await until(async () => runs.every(({ transcript }) => transcript.lines.length > 3), 15_000);
  const started = performance.now();
  expect(await app.end("SIGTERM")).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
  for (const { runId, transcript } of runs) {
    await transcript.done;
    expect(transcript.ended).toBe(true);
    expect(transcript.ids).toEqual(transcript.ids.map((_, index) => index));
    const events = eventsOf(transcript.lines);
    expect(checkEventOrder(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "interrupted" });
    expect(stored(dataDir, runId)).toEqual(transcript.lines);
  }
});

test("ten thousand stored runs: the start after a crash takes under 5 s, listing and searching under 300 ms", async () => {
  test.setTimeout(120_000);
  const dataDir = newDataDir();
  const first = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  const runId = await postRun(first.origin, quick);
  await until(async () => (await runDetail(first.origin, runId)).outcome === "completed", 15_000);
  await first.end("SIGTERM");
  const lines = stored(dataDir, runId);
  const index =
    readFileSync(join(dataDir, "runs", "index.jsonl"), "utf8")
      .trim()
      .split("\n")
      .at(-1) ?? "";
  mkdirSync(join(dataDir, "runs"), { recursive: true });
  const entries: string[] = [];
  for (let count = 0; count < 10_000; count += 1) {
    const id = newRunId(1_700_000_000_000 + count);
    // The last hundred were open when the server was killed, and ten never came into the history.
    const open = count >= 9_900;
    const text = (open ? lines.slice(0, 6) : lines).join("\n").replaceAll(runId, id);
    writeFileSync(join(dataDir, "runs", `${id}.jsonl`), `${text}\n`);
    const entry = index.replaceAll(runId, id);
    if (count % 1_000 !== 0)
      entries.push(open ? entry.replace('"outcome":"completed"', '"outcome":null') : entry);
  }
  writeFileSync(join(dataDir, "runs", "index.jsonl"), `${entries.join("\n")}\n`);

  const started = performance.now();
  const app = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
  const startMs = performance.now() - started;
  expect(startMs).toBeLessThan(5_000);
  const list = async (query: string) => {
    const asked = performance.now();
    const answer = await fetch(`${app.origin}/api/runs?query=${encodeURIComponent(query)}`);
    const { runs } = await answer.json();
    return { ms: performance.now() - asked, count: runs.length };
  };
  await list("");
  await until(async () => (await list("status:interrupted")).count === 50, 20_000);
  for (const query of [
    "",
    "status:interrupted",
    "tool:calculate_sum duration:>1ms 15",
    "nothing-like-this",
  ]) {
    const { ms, count } = await list(query);
    expect(ms, `listing "${query}"`).toBeLessThan(300);
    expect(count).toBe(query === "nothing-like-this" ? 0 : 50);
  }
  await app.end("SIGTERM");
});
