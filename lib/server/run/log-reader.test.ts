// Do readers of a run that another server carries out miss nothing, and hold its log once?
import { expect, test } from "vitest";
import type { RunStore } from "../store/run-store";
import { eventStream } from "./event-stream";
import { createLogReader } from "./log-reader";

const end = '{"seq":3,"at":1,"type":"run-end","outcome":"stopped"}';

/** A store whose one log another server writes: `add` is what that server does, and says so or not. */
function storeElsewhere(lines: string[] | null, shared = true) {
  const wakes = new Set<() => void>();
  let reads = 0;
  const stored = { lines };
  const store: Pick<RunStore, "read" | "watch" | "shared"> = {
    shared,
    read: async (_runId, from = 0) => {
      reads += 1;
      return stored.lines === null ? null : stored.lines.slice(from);
    },
    watch: (_runId, wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
  };
  const tell = () => {
    for (const wake of wakes) wake();
  };
  return {
    store,
    reads: () => reads,
    watchers: () => wakes.size,
    add: (...more: string[]) => {
      stored.lines?.push(...more);
      tell();
    },
    remove: () => {
      stored.lines = null;
      tell();
    },
  };
}

const idsOf = async (stream: ReadableStream<Uint8Array>) =>
  [...(await new Response(stream).text()).matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));

test("a reader gets every line that the other server adds, in order, and then the end", async () => {
  const elsewhere = storeElsewhere(["{}"]);
  const lines = await createLogReader(elsewhere.store).lines("run");
  if (lines === null) throw new Error("the run is there");
  const whole = idsOf(eventStream(lines, -1));
  const rest = idsOf(eventStream(lines, 1));
  elsewhere.add("{}");
  await new Promise((resolve) => setTimeout(resolve, 10));
  elsewhere.add("{}", end);
  expect(await whole).toEqual([0, 1, 2, 3]);
  expect(await rest).toEqual([2, 3]);
  expect(elsewhere.watchers()).toBe(0);
});

test("many readers read the log once", async () => {
  const elsewhere = storeElsewhere(["{}", "{}", "{}", end]);
  const reader = createLogReader(elsewhere.store);
  const logs = await Promise.all(Array.from({ length: 50 }, () => reader.lines("run")));
  expect(new Set(logs).size).toBe(1);
  expect(elsewhere.reads()).toBe(1);
});

test("a run that is removed meanwhile ends its readers", async () => {
  const elsewhere = storeElsewhere(["{}"]);
  const lines = await createLogReader(elsewhere.store).lines("run");
  if (lines === null) throw new Error("the run is there");
  const whole = idsOf(eventStream(lines, -1));
  await new Promise((resolve) => setTimeout(resolve, 10));
  elsewhere.remove();
  expect(await whole).toEqual([0]);
});

test("a log without an end that only this server could write is read again, not remembered", async () => {
  const elsewhere = storeElsewhere(["{}"], false);
  const reader = createLogReader(elsewhere.store);
  expect(await reader.isOpen("run")).toBe(true);
  elsewhere.add(end);
  expect((await reader.lines("run"))?.length()).toBe(2);
  expect(await reader.isOpen("run")).toBe(false);
});

test("a run that is not there is not remembered", async () => {
  const reader = createLogReader(storeElsewhere(null).store);
  expect(await reader.lines("run")).toBeNull();
  expect(await reader.isOpen("run")).toBe(false);
});
