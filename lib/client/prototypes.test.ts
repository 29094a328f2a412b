// Do names like __proto__ in what a page stores, opens or imports stay names? Case P25 of the public test plan.
import { afterEach, describe, expect, it, vi } from "vitest";
import { createEventBuilder, toolUse } from "@/lib/run/testing/event-builder";
import { draftFromFields } from "./draft-from-run";
import { draftRequest } from "./draft-request";
import { readLog } from "./read-log";
import { defaultDraft } from "./setup-draft";
import { readStoredDraft } from "./stored-draft";

const hostile =
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a.__proto__.polluted":1}';

afterEach(() => {
  vi.unstubAllGlobals();
  expect("polluted" in Object.prototype).toBe(false);
});

describe("P25 pollution, in the browser", () => {
  it("a stored setup and the setup of a run give their fields only", () => {
    const stored = JSON.parse(`{"prompt":"Hi",${hostile.slice(1)}`);
    for (const draft of [readStoredDraft(stored), draftFromFields(stored)]) {
      expect(draft.prompt).toBe("Hi");
      expect(Object.getPrototypeOf(draft)).toBe(Object.prototype);
      expect("polluted" in draft).toBe(false);
    }
  });

  it("parameters that are typed leave as they are typed, and come back from a run", () => {
    const answer = draftRequest({ ...defaultDraft, paramsText: hostile }, [], "");
    if (!answer.ok) throw new Error(answer.problem.message);
    expect(JSON.stringify(answer.body.params)).toBe(hostile);
    const again = draftFromFields({ prompt: "Hi", params: JSON.parse(hostile) });
    expect(JSON.stringify(JSON.parse(again.paramsText))).toBe(hostile);
  });

  it("a log is read with its inputs as they are", async () => {
    // A long log is read over several frames, of which a hidden tab has none.
    vi.stubGlobal("document", { hidden: true });
    const input = JSON.parse(hostile);
    const log = createEventBuilder()
      .turn()
      .request()
      .responseStart()
      .chunk(
        { type: "message_start", message: { type: "message", content: [] }, ...JSON.parse(hostile) },
        { type: "content_block_start", index: 0, content_block: toolUse("toolu_a", "echo", input) },
        { type: "content_block_stop", index: 0 },
      )
      .log();
    const read = await readLog(log.map((event) => JSON.stringify(event)).join("\n"));
    if (!read.ok) throw new Error(read.problem);
    expect("polluted" in read.run).toBe(false);
  });
});
