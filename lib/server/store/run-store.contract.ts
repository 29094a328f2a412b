// What does every run store have to do?
import { describe, expect, test } from "vitest";
import { newRunId } from "./run-id";
import type { RunStore } from "./run-store";

/** @param openStore gives a store over the same place each time it is called */
export function describeRunStore(name: string, openStore: () => RunStore): void {
  describe(name, () => {
    test("lines come back in order, also from a store opened later", async () => {
      const runId = newRunId(1);
      const writer = openStore().create(runId);
      writer.append(['{"seq":0}']);
      writer.append(['{"seq":1,"text":"ü\\n"}', '{"seq":2}']);
      expect(await openStore().read(runId)).toEqual(['{"seq":0}', '{"seq":1,"text":"ü\\n"}', '{"seq":2}']);
      writer.close();
    });

    test("a run is made once", () => {
      const runId = newRunId(2);
      openStore().create(runId).close();
      expect(() => openStore().create(runId)).toThrow();
    });

    test("a reopened log goes on where it ended", async () => {
      const runId = newRunId(3);
      const writer = openStore().create(runId);
      writer.append(["a"]);
      writer.close();
      const again = openStore().reopen(runId);
      again.append(["b"]);
      again.close();
      expect(await openStore().read(runId)).toEqual(["a", "b"]);
    });

    test("runs are listed newest first, and a removed one is gone", async () => {
      const [older, newer] = [newRunId(1_000), newRunId(2_000)];
      openStore().create(newer).close();
      openStore().create(older).close();
      const listed = await openStore().list();
      expect(listed.indexOf(newer)).toBeLessThan(listed.indexOf(older));
      expect(await openStore().remove(older)).toBe(true);
      expect(await openStore().remove(older)).toBe(false);
      expect(await openStore().read(older)).toBeNull();
    });

    test.each(["../secret", "run_x", "", "run_000000001aaaaaaaaaa/../x"])("%j is no run", async (runId) => {
      expect(await openStore().read(runId)).toBeNull();
      expect(await openStore().remove(runId)).toBe(false);
      expect(() => openStore().create(runId)).toThrow("not a run id");
    });
  });
}
