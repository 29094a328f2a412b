import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { runEventSchema } from "@/lib/protocol/run-event";
import { messageEvents, sse, startProviderStub, streamAnswer, toolUse } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { closeInterrupted } from "./close-interrupted";
import { createFileRunStore } from "./file-run-store";
import { newRunId } from "./run-id";
import { create } from "./run-store.contract";

test("a log that breaks off anywhere is closed as interrupted, once, within the grammar", async () => {
  const answers = [toolUse("toolu_a", "wait", { seconds: 0 })].map((call) =>
    streamAnswer(sse(messageEvents([call], "tool_use"))),
  );
  const stub = await startProviderStub([
    ...answers,
    streamAnswer(sse(messageEvents([{ type: "text", text: "Hi" }], "end_turn"))),
  ]);
  const { lines } = await recordRun(stub.baseURL, { prompt: "Go" });
  await stub.close();
  const dataDir = mkdtempSync(join(tmpdir(), "toolscope-interrupted-"));
  for (let length = 1; length < lines.length; length += 1) {
    const runId = newRunId(length);
    const begun = lines.slice(0, length);
    const writer = await create(createFileRunStore(dataDir), runId);
    await writer.append(begun);
    await writer.close();
    const store = createFileRunStore(dataDir);
    const adopted = await store.adopt(runId);
    if (adopted === null) throw new Error("an open log is there to be adopted");
    await closeInterrupted(runId, adopted);
    await adopted.writer.close();
    const closed = (await store.read(runId)) ?? [];
    expect(closed.slice(0, length)).toEqual(begun);
    const events = closed.map((line) => runEventSchema.parse(JSON.parse(line)));
    expect(checkEventOrder(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "interrupted" });
    expect(await store.adopt(runId)).toBeNull();
  }
});

test("a damaged log is said to be one, with the line", async () => {
  const writer = { append: () => undefined, close: () => undefined };
  await expect(closeInterrupted(newRunId(1), { lines: ['{"seq":0}'], writer })).rejects.toThrow(
    "damaged at line 1",
  );
});
