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
  const store = createFileRunStore(mkdtempSync(join(tmpdir(), "toolscope-interrupted-")));
  for (let length = 1; length < lines.length; length += 1) {
    const runId = newRunId(length);
    const begun = lines.slice(0, length);
    const writer = store.create(runId);
    writer.append(begun);
    writer.close();
    const closed = closeInterrupted(store, runId, begun);
    const events = closed.map((line) => runEventSchema.parse(JSON.parse(line)));
    expect(checkEventOrder(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "interrupted" });
    expect(await store.read(runId)).toEqual(closed);
    expect(closeInterrupted(store, runId, closed)).toBe(closed);
  }
});

test("a damaged log is said to be one, with the line", () => {
  const store = createFileRunStore(mkdtempSync(join(tmpdir(), "toolscope-damaged-")));
  expect(() => closeInterrupted(store, newRunId(1), ['{"seq":0}'])).toThrow("damaged at line 1");
});
