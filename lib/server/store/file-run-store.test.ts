import { appendFileSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFileRunStore } from "./file-run-store";
import { newRunId } from "./run-id";
import { describeRunStore } from "./run-store.contract";

const dataDir = mkdtempSync(join(tmpdir(), "toolscope-store-"));

describeRunStore("the file store", () => createFileRunStore(dataDir));

test("a line torn by a crash is left out, and cut off before more is written", async () => {
  const store = createFileRunStore(dataDir);
  const runId = newRunId(9);
  const writer = store.create(runId);
  writer.append(["whole"]);
  writer.close();
  appendFileSync(join(dataDir, "runs", `${runId}.jsonl`), '{"seq":1,"at');
  expect(await store.read(runId)).toEqual(["whole"]);
  const again = store.reopen(runId);
  again.append(["next"]);
  again.close();
  expect(await store.read(runId)).toEqual(["whole", "next"]);
});

test("only the owner can read what is stored", () => {
  const runId = newRunId(10);
  createFileRunStore(dataDir).create(runId).close();
  expect(statSync(join(dataDir, "runs")).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, "runs", `${runId}.jsonl`)).mode & 0o777).toBe(0o600);
});

test("a folder that cannot be had is named with the remedy", () => {
  const file = join(dataDir, "a-file");
  writeFileSync(file, "");
  expect(() => createFileRunStore(file)).toThrow(/Runs cannot be stored in .*a-file.*TOOLSCOPE_DATA_DIR/);
});
