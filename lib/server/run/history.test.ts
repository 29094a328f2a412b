// Does the history say of a run what its log says, wherever the log is at hand?
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { createFileRunStore } from "../store/file-run-store";
import { newRunId } from "../store/run-id";
import { create, entry } from "../store/run-store.contract";
import { describeRunAnew } from "./history";

const begin = async () => {
  const store = createFileRunStore(mkdtempSync(join(tmpdir(), "toolscope-history-")));
  const runId = newRunId(1_000);
  const writer = await create(store, runId);
  await store.describe(entry(runId, { name: "Mine", pinned: true, outcome: null, turns: 0 }));
  const events = createEventBuilder().turn().request().reply().endTurn().log();
  const lines = events.map((event) =>
    JSON.stringify(event.type === "run-start" ? { ...event, runId } : event),
  );
  return { store, runId, writer, lines };
};

test("a log at hand is not read again", async () => {
  const { store, runId, lines } = await begin();
  await describeRunAnew({ store }, runId, lines);
  expect(await store.read(runId)).toEqual([]);
  expect(await store.entry(runId)).toMatchObject({
    outcome: "completed",
    turns: 1,
    name: "Mine",
    pinned: true,
  });
});

test("a run that was deleted meanwhile does not come back", async () => {
  const { store, runId, lines } = await begin();
  await store.remove(runId);
  await describeRunAnew({ store }, runId, lines);
  expect(await store.entry(runId)).toBeUndefined();
});

test("one that is not is read from the store; where there is none, the entry stays", async () => {
  const { store, runId, writer, lines } = await begin();
  const before = await store.entry(runId);
  await describeRunAnew({ store }, runId);
  expect(await store.entry(runId)).toEqual(before);
  await writer.append(lines);
  await describeRunAnew({ store }, runId);
  expect(await store.entry(runId)).toMatchObject({ outcome: "completed", turns: 1, name: "Mine" });
});
