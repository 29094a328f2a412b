// What does every run store have to do?
import { describe, expect, test } from "vitest";
import type { RunEntry } from "@/lib/protocol/run-entry";
import { newRunId } from "./run-id";
import type { RunLogWriter, RunStore } from "./run-store";

export const endLine = '{"seq":9,"at":1,"type":"run-end","outcome":"stopped"}';

export async function create(
  store: RunStore,
  runId: string,
  key: string | null = null,
): Promise<RunLogWriter> {
  const created = await store.create(runId, key);
  if ("before" in created) throw new Error(`${runId} was begun before, as ${created.before}`);
  return created.writer;
}

export function entry(runId: string, change: Partial<RunEntry> = {}): RunEntry {
  return {
    id: runId,
    title: "Weather in Paris?",
    startedAt: "2026-11-27T00:00:00.000Z",
    outcome: "completed",
    engine: "manual",
    provider: "simulator",
    model: "claude-opus-5-5",
    turns: 1,
    calls: 0,
    findings: 0,
    durationMs: 12,
    pinned: false,
    imported: false,
    name: "",
    text: "",
    tools: [],
    headers: [],
    codes: [],
    scenario: "",
    scope: "",
    ...change,
  };
}

/** @param openStore gives a store over the same place each time it is called */
export function describeRunStore(name: string, openStore: () => RunStore): void {
  describe(name, () => {
    test("lines come back in order, byte by byte, also from a store opened later", async () => {
      const runId = newRunId(1);
      const writer = await create(openStore(), runId);
      const lines = [
        '{"seq":0}',
        '{"seq":1,"text":"ü\\n\\u0000 \\ud83c\\udf0d"}',
        `{"long":"${"x".repeat(100_000)}"}`,
      ];
      await writer.append(lines.slice(0, 1));
      await writer.append(lines.slice(1));
      expect(await openStore().read(runId)).toEqual(lines);
      expect(await openStore().read(runId, 2)).toEqual(lines.slice(2));
      expect(await openStore().read(runId, 3)).toEqual([]);
      await writer.close();
    });

    test("a run is made once", async () => {
      const runId = newRunId(2);
      await (await create(openStore(), runId)).close();
      await expect(create(openStore(), runId)).rejects.toThrow();
    });

    test("the same idempotency key begins one run, also at the same moment", async () => {
      const store = openStore();
      const ids = [newRunId(31), newRunId(32), newRunId(33)];
      const created = await Promise.all(ids.map((id) => store.create(id, "key-a")));
      expect(created.filter((each) => "writer" in each)).toHaveLength(1);
      const first = ids[created.findIndex((each) => "writer" in each)];
      for (const each of created) if ("before" in each) expect(each.before).toBe(first);
      expect("writer" in (await store.create(newRunId(34), "key-b"))).toBe(true);
      expect("writer" in (await store.create(newRunId(35), null))).toBe(true);
    });

    test("what this server writes is not abandoned, and nobody can adopt it", async () => {
      const store = openStore();
      const runId = newRunId(4);
      const writer = await create(store, runId);
      await writer.append(["{}"]);
      expect(await store.abandoned()).not.toContain(runId);
      expect(await store.adopt(runId)).toBeNull();
      await writer.append([endLine]);
      await writer.close();
      expect(await store.adopt(runId)).toBeNull();
    });

    test("entries are listed newest first, change, outlive the store, and go with their runs", async () => {
      const store = openStore();
      const [older, newer] = [newRunId(1_000), newRunId(2_000)];
      for (const runId of [newer, older]) {
        const writer = await create(store, runId);
        await writer.append([endLine]);
        await writer.close();
        expect(await store.undescribed()).toContain(runId);
        expect(await store.entry(runId)).toBeUndefined();
        await store.describe(entry(runId));
        expect(await store.entry(runId)).toEqual(entry(runId));
        expect(await store.undescribed()).not.toContain(runId);
      }
      await store.describe(entry(older, { name: "Mine", pinned: true }));
      const opened = openStore();
      const listed = await opened.entries();
      expect(await opened.entry(older)).toEqual(entry(older, { name: "Mine", pinned: true }));
      const places = [newer, older].map((id) => listed.findIndex((each) => each.id === id));
      expect(places[0]).toBeLessThan(places[1] ?? -1);
      expect(listed[places[1] ?? -1]).toEqual(entry(older, { name: "Mine", pinned: true }));
      expect(await store.remove(older)).toBe(true);
      expect(await store.remove(older)).toBe(false);
      expect(await store.read(older)).toBeNull();
      expect((await store.entries()).map((each) => each.id)).not.toContain(older);
      expect(await store.entry(older)).toBeUndefined();
      expect(await store.entry("../secret")).toBeUndefined();
    });

    test.each(["../secret", "run_x", "", "run_000000001aaaaaaaaaa/../x"])("%j is no run", async (runId) => {
      const store = openStore();
      expect(await store.read(runId)).toBeNull();
      expect(await store.remove(runId)).toBe(false);
      expect(await store.adopt(runId)).toBeNull();
      await expect(store.create(runId, null)).rejects.toThrow("not a run id");
    });
  });
}
