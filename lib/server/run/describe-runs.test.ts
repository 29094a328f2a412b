import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type RunListQuery, runListQuerySchema } from "@/lib/protocol/run-list";
import { createMachine } from "../machine";
import { newRunId } from "../store/run-id";
import { create, endLine, entry } from "../store/run-store.contract";
import { listRuns } from "./describe-runs";

const machineWith = async (count: number, change: (place: number) => object = () => ({})) => {
  const machine = createMachine({
    dataDir: mkdtempSync(join(tmpdir(), "toolscope-list-")),
    databaseURL: undefined,
  });
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const runId = newRunId(1_000 + place);
    await machine.store.describe(entry(runId, change(place)));
    ids.unshift(runId);
  }
  return { machine, ids };
};

const asked = (query: Partial<RunListQuery>) => runListQuerySchema.parse(query);

test("pages follow one another without gap or repeat, pinned runs first where asked", async () => {
  const { machine, ids } = await machineWith(12, (place) => ({ pinned: place % 5 === 0 }));
  for (const order of ["newest", "pinned"] as const) {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await listRuns(machine, asked({ order, limit: 2, cursor }));
      expect(page.total).toBe(12);
      pages.push(page.runs.map((run) => run.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const [a, b, c] = [ids[1], ids[6], ids[11]];
    const wanted = order === "newest" ? ids : [a, b, c, ...ids.filter((id) => ![a, b, c].includes(id))];
    expect(pages.flat()).toEqual(wanted);
    expect(pages).toHaveLength(6);
  }
});

test("a run deleted between two pages hides none of those after it", async () => {
  const { machine, ids } = await machineWith(6);
  const first = await listRuns(machine, asked({ limit: 3 }));
  const last = first.runs.at(-1)?.id ?? "";
  await (await create(machine.store, last)).append([endLine]);
  await machine.store.remove(last);
  const next = await listRuns(machine, asked({ limit: 3, cursor: first.nextCursor ?? undefined }));
  expect(next.runs.map((run) => run.id)).toEqual(ids.slice(3));
});

test.each([
  [{ query: "status:great" }, "status:great"],
  [{ cursor: "somewhere" }, "nextCursor"],
])("%j is refused in words", async (query, words) => {
  const { machine } = await machineWith(1);
  await expect(listRuns(machine, asked(query))).rejects.toThrow(words);
});

test("10,000 runs are listed and searched in less than 300 ms", async () => {
  const { machine } = await machineWith(10_000, (place) => ({
    text: `What about place ${place}?`,
    tools: ["get_weather"],
  }));
  await listRuns(machine, asked({}));
  const started = performance.now();
  const page = await listRuns(machine, asked({ query: "tool:get_weather place 77", order: "pinned" }));
  expect(performance.now() - started).toBeLessThan(300);
  expect(page.total).toBeGreaterThan(100);
});
