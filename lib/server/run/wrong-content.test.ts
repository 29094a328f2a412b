// What is said of an answer that is not one? Case P38 of the public test plan.
import { afterEach, describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { markedStream, pageQuoting, wrongContents } from "../testing/provider-faults";
import { type ProviderStub, startProviderStub } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
  ["AI SDK", { kind: "ai-sdk" }],
];
const secret = "made-up-key-0123456789";
describe.each(engines)("P38 wrong-content, %s", (_name, engine) => {
  test.each(wrongContents)(
    "%s: the error says what arrived, never an empty answer",
    async (_what, reply, words, beginning) => {
      stub = await startProviderStub([reply]);
      const { end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
      if (end.outcome !== "failed") throw new Error(`the run ended ${end.outcome}`);
      expect(end.error.message).toMatch(words);
      expect(end.error.fix).toBeTruthy();
      if (beginning === undefined) expect(end.error.received).toBeUndefined();
      else expect(end.error.received).toContain(beginning);
      expect((end.error.received ?? "").length).toBeLessThanOrEqual(200);
    },
  );

  test("a byte order mark before the stream is no matter", async () => {
    stub = await startProviderStub([markedStream]);
    const { end, of } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(end.outcome).toBe("completed");
    expect(JSON.stringify(of("response-chunk"))).toContain("Grüße");
  });

  test("a key that lies across the cut of what is shown is not shown in half", async () => {
    stub = await startProviderStub([pageQuoting(secret)]);
    const { end, lines } = await recordRun(stub.baseURL, { prompt: "Go", engine, apiKey: secret });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { received: expect.stringContaining("x".repeat(190)) },
    });
    expect(lines.join("\n")).not.toContain(secret.slice(0, 10));
  });
});
