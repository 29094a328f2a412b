import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFileRunStore } from "./file-run-store";
import { newRunId } from "./run-id";
import { create, describeRunStore, endLine, entry } from "./run-store.contract";

const newFolder = () => mkdtempSync(join(tmpdir(), "toolscope-store-"));
const dataDir = newFolder();

describeRunStore("the file store", () => createFileRunStore(dataDir));

test("a line torn by a crash is left out, and cut off before more is written", async () => {
  const before = createFileRunStore(dataDir);
  const runId = newRunId(9);
  const writer = await create(before, runId);
  await writer.append(["whole"]);
  await writer.close();
  appendFileSync(join(dataDir, "runs", `${runId}.jsonl`), '{"seq":1,"at');
  // As the next start finds it.
  const store = createFileRunStore(dataDir);
  expect(await store.read(runId)).toEqual(["whole"]);
  expect(await store.abandoned()).toContain(runId);
  const adopted = await store.adopt(runId);
  expect(adopted?.lines).toEqual(["whole"]);
  await adopted?.writer.append([endLine]);
  await adopted?.writer.close();
  expect(await store.read(runId)).toEqual(["whole", endLine]);
});

test("a log that has its end is adopted by nobody, whatever the history says of it", async () => {
  const folder = newFolder();
  const runId = newRunId(3);
  const writer = await create(createFileRunStore(folder), runId);
  await writer.append([endLine]);
  await writer.close();
  const store = createFileRunStore(folder);
  await store.describe(entry(runId, { outcome: null }));
  expect(await store.abandoned()).toEqual([runId]);
  expect(await store.adopt(runId)).toBeNull();
});

test("only the owner can read what is stored", async () => {
  const runId = newRunId(10);
  const store = createFileRunStore(dataDir);
  await (await create(store, runId)).close();
  await store.describe(entry(runId));
  expect(statSync(join(dataDir, "runs")).mode & 0o777).toBe(0o700);
  for (const name of [`${runId}.jsonl`, "index.jsonl", "owner.pid"])
    expect(statSync(join(dataDir, "runs", name)).mode & 0o777).toBe(0o600);
});

test("a folder that cannot be had is named with the remedy, and used as soon as it can", async () => {
  const folder = newFolder();
  const place = join(folder, "data");
  writeFileSync(place, "");
  const store = createFileRunStore(place);
  await expect(store.create(newRunId(1), null)).rejects.toThrow(
    /Runs cannot be stored in .*data.*TOOLSCOPE_DATA_DIR/,
  );
});

test("a damaged history file loses its damaged lines only, and those runs are described anew", async () => {
  const folder = newFolder();
  const store = createFileRunStore(folder);
  const ids = [newRunId(1), newRunId(2)];
  for (const runId of ids) {
    await (await create(store, runId)).close();
    await store.describe(entry(runId));
  }
  const index = join(folder, "runs", "index.jsonl");
  const [first, second] = readFileSync(index, "utf8").split("\n");
  writeFileSync(index, `${first?.slice(0, 40)}\n${second}\n{"id":"torn`);
  const again = createFileRunStore(folder);
  expect((await again.entries()).map((each) => each.id)).toEqual([ids[1]]);
  expect(await again.undescribed()).toEqual([ids[0]]);
  await again.describe(entry(ids[0] ?? ""));
  expect(await createFileRunStore(folder).entries()).toHaveLength(2);
});

test("a folder that another process writes to can be read, and nothing in it is touched", async () => {
  const folder = newFolder();
  const runId = newRunId(5);
  const writer = await create(createFileRunStore(folder), runId);
  await writer.append(["{}"]);
  await writer.close();
  const other = spawn("sleep", ["60"]);
  writeFileSync(join(folder, "runs", "owner.pid"), String(other.pid));
  const store = createFileRunStore(folder);
  await expect(store.create(newRunId(6), null)).rejects.toThrow(`process ${other.pid}`);
  expect(await store.abandoned()).toEqual([]);
  expect(await store.adopt(runId)).toBeNull();
  expect(await store.read(runId)).toEqual(["{}"]);
  other.kill();
  await once(other, "exit");
  expect(await store.abandoned()).toEqual([runId]);
  await (await create(store, newRunId(6))).close();
});
