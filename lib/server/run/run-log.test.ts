import { expect, test, vi } from "vitest";
import { runEventSchema } from "@/lib/protocol/run-event";
import { eventStream } from "./event-stream";
import { storedLines } from "./run-lines";
import { createRunLog } from "./run-log";

function logWith(
  append: (lines: readonly string[]) => void | Promise<void>,
  onWriteFailure: (cause: unknown) => void = () => undefined,
  close: () => void | Promise<void> = () => undefined,
) {
  let now = 0;
  return createRunLog(
    { append, close },
    {
      clock: () => ++now,
      redactLine: (line) => line,
      onWriteFailure,
      mostBytes: 1_000_000,
      onOutgrown: () => undefined,
    },
  );
}

const tick = () => new Promise((resolve) => setImmediate(resolve));
const logLine = (line: string) => ({ type: "tool-call-log", toolCallId: "c", line }) as const;

test("events of one tick are stored in one append, and shown after it", async () => {
  const stored: string[][] = [];
  const log = logWith((lines) => {
    expect(log.length()).toBe(stored.flat().length);
    stored.push([...lines]);
  });
  log.event(logLine("a"));
  log.chunk("r1", ['{"type":"ping"}', '{"type":"x"}']);
  expect(log.length()).toBe(0);
  await tick();
  expect(stored).toHaveLength(1);
  expect(log.slice(0, 2).map((line) => runEventSchema.parse(JSON.parse(line)))).toMatchObject([
    { seq: 0, at: 1, type: "tool-call-log" },
    { seq: 1, at: 2, type: "response-chunk", events: [{ type: "ping" }, { type: "x" }] },
  ]);
});

test("nothing is shown while the store refuses, and nothing is lost once it takes lines again", async () => {
  let full = true;
  const causes: unknown[] = [];
  const stored: string[] = [];
  const log = logWith(
    (lines) => {
      if (full) throw new Error("ENOSPC");
      stored.push(...lines);
    },
    (cause) => causes.push(cause),
  );
  log.event(logLine("a"));
  await tick();
  expect([log.length(), causes.length]).toEqual([0, 1]);
  full = false;
  log.event({ type: "run-end", outcome: "stopped" });
  expect(stored).toHaveLength(2);
  expect(log.ended()).toBe(true);
});

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

test("a reader gets every event once, in order, from any place", async () => {
  const log = logWith(() => undefined);
  const whole = readAll(eventStream(log, -1));
  const rest = readAll(eventStream(log, 1));
  for (const line of ["a", "b", "c"]) {
    log.event(logLine(line));
    await tick();
  }
  log.event({ type: "run-end", outcome: "stopped" });
  const ids = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  expect(ids(await whole)).toEqual([0, 1, 2, 3]);
  expect(ids(await rest)).toEqual([2, 3]);
  expect(await whole).toMatch(/event: end\ndata: {}\n\n$/);
});

test("a reader that has all is told that nothing follows; one that claims to have more gets all again", async () => {
  const all = ": open\n\nid: 0\ndata: {}\n\nevent: end\ndata: {}\n\n";
  expect(await readAll(eventStream(storedLines(["{}"]), 7))).toBe(all);
  expect(await readAll(eventStream(storedLines(["{}"]), 0))).toBe(": open\n\nevent: end\ndata: {}\n\n");
});

test("a reader that leaves stops waiting", async () => {
  const reader = eventStream(
    logWith(() => undefined),
    -1,
  ).getReader();
  await reader.read();
  const pending = reader.read();
  await reader.cancel();
  expect((await pending).done).toBe(true);
});

test("a store that takes its time gets one append after another, and nothing is shown before it is stored", async () => {
  const waiting: (() => void)[] = [];
  const stored: string[][] = [];
  const log = logWith((lines) => {
    stored.push([...lines]);
    return new Promise<void>((resolve) => waiting.push(resolve));
  });
  log.event(logLine("a"));
  await tick();
  log.event(logLine("b"));
  log.event(logLine("c"));
  await tick();
  expect([stored.length, log.length()]).toEqual([1, 0]);
  waiting.shift()?.();
  await tick();
  await tick();
  expect([stored.length, stored[1]?.length, log.length()]).toEqual([2, 2, 1]);
  log.event({ type: "run-end", outcome: "stopped" });
  expect(log.ended()).toBe(false);
  waiting.shift()?.();
  await tick();
  waiting.shift()?.();
  await log.settled;
  expect(stored.map((group) => group.length)).toEqual([1, 2, 1]);
  expect([log.length(), log.ended()]).toEqual([4, true]);
});

test("a slow store that refuses is told of, and what it refused comes again with the next lines", async () => {
  const answers = [() => Promise.reject(new Error("gone")), () => Promise.resolve()];
  const causes: unknown[] = [];
  const stored: number[] = [];
  const log = logWith(
    (lines) => {
      stored.push(lines.length);
      return answers.shift()?.() ?? Promise.resolve();
    },
    (cause) => causes.push(cause),
  );
  log.event(logLine("a"));
  await tick();
  await tick();
  expect([causes.length, log.length()]).toEqual([1, 0]);
  log.event({ type: "run-end", outcome: "stopped" });
  await log.settled;
  expect(stored).toEqual([1, 2]);
  expect(log.length()).toBe(2);
});

test("lines that were shown although the store refused them are not said to be stored", async () => {
  const full = logWith(() => {
    throw new Error("no room");
  });
  const roomy = logWith(() => undefined);
  for (const log of [full, roomy]) {
    log.event({ type: "run-end", outcome: "stopped" });
    await log.settled;
    expect(log.length()).toBe(1);
  }
  expect([full.isStored(), roomy.isStored()]).toEqual([false, true]);
});

test("a log that cannot be closed is said on the server's own log, without what the error tells; the run is settled", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const secret = "postgres://me:made-up-password@db";
  const failures = [Object.assign(new Error(secret), { code: "ENOSPC" }), new TypeError(secret), secret];
  for (const failure of failures) {
    const log = logWith(
      () => undefined,
      () => undefined,
      () => Promise.reject(failure),
    );
    log.event({ type: "run-end", outcome: "stopped" });
    await log.settled;
  }
  expect(said.mock.calls).toEqual([
    ["The log of a run could not be closed:", "ENOSPC"],
    ["The log of a run could not be closed:", "TypeError"],
    ["The log of a run could not be closed:", "string"],
  ]);
  said.mockRestore();
});
