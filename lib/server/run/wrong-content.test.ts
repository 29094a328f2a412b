// What is said of an answer that is not one? Case P38 of the public test plan.
import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { messageEvents, type ProviderStub, sse, startProviderStub } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
  ["AI SDK", { kind: "ai-sdk" }],
];
const answer = (status: number, type: string | null, body: string | Buffer) => (response: ServerResponse) => {
  response.writeHead(status, type === null ? {} : { "content-type": type });
  response.end(body);
};
const secret = "made-up-key-0123456789";
const page = `<!doctype html><title>Sign in</title>${"<p>Who are you?</p>".repeat(7)}`;

/** What arrives, and what the error has to name. */
const wrong: [string, ReturnType<typeof answer>, RegExp, string | undefined][] = [
  ["a login page", answer(200, "text/html", page), /text\/html/, page.slice(0, 40)],
  [
    "JSON of something else",
    answer(200, "application/json", '{"ok":true}'),
    /application\/json/,
    '{"ok":true}',
  ],
  ["JSON that is no object", answer(200, "application/json", "[1]"), /application\/json/, "[1]"],
  [
    "nothing, with a stream's type",
    answer(200, "text/event-stream", ""),
    /before its first event/,
    undefined,
  ],
  ["nothing at all", answer(200, null, ""), /empty body/, undefined],
  ["204", answer(204, null, ""), /204/, undefined],
  [
    "text in another charset",
    answer(200, "text/html; charset=iso-8859-1", Buffer.from("Zugang gesperrt für Gäste", "latin1")),
    /iso-8859-1/,
    "Zugang gesperrt",
  ],
  ["a page that says it is a stream", answer(200, "text/event-stream", page), /stream/, page.slice(0, 40)],
];

describe.each(engines)("P38 wrong-content, %s", (_name, engine) => {
  test.each(wrong)(
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
    const events = sse(messageEvents([{ type: "text", text: "Grüße" }], "end_turn"));
    stub = await startProviderStub([answer(200, "text/event-stream", Buffer.from(`\uFEFF${events}`))]);
    const { end, of } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(end.outcome).toBe("completed");
    expect(JSON.stringify(of("response-chunk"))).toContain("Grüße");
  });

  test("a key that lies across the cut of what is shown is not shown in half", async () => {
    const body = `${"x".repeat(190)}${secret}${"y".repeat(50)}`;
    stub = await startProviderStub([answer(200, "text/html", body)]);
    const { end, lines } = await recordRun(stub.baseURL, { prompt: "Go", engine, apiKey: secret });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { received: expect.stringContaining("x".repeat(190)) },
    });
    expect(lines.join("\n")).not.toContain(secret.slice(0, 10));
  });
});
