// Does a token see the runs of its scope only, one by one as in the list?
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMachine } from "../machine";
import { newRunId } from "../store/run-id";
import { entry } from "../store/run-store.contract";
import { isVisible, scopedMachine, visiblePart } from "./scoped-machine";

test("runs of another scope have no entry, are not visible and not exported", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "toolscope-scope-"));
  const machine = createMachine({ dataDir, databaseURL: undefined });
  const [ours, theirs, operators] = [newRunId(1), newRunId(2), newRunId(3)];
  await machine.store.describe(entry(ours, { scope: "blue" }));
  await machine.store.describe(entry(theirs, { scope: "red" }));
  await machine.store.describe(entry(operators));
  const blue = scopedMachine(machine, "blue");
  expect(await blue.store.entry(ours)).toMatchObject({ id: ours, scope: "blue" });
  for (const other of [theirs, operators]) {
    expect(await blue.store.entry(other)).toBeUndefined();
    expect(await isVisible(blue, other)).toBe(false);
  }
  expect(await isVisible(blue, ours)).toBe(true);
  expect(await isVisible(machine, theirs)).toBe(true);
  expect(await visiblePart(blue, { ids: [theirs, ours, operators] })).toEqual({ ids: [ours] });
});
