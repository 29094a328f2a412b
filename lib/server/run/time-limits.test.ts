// Does a run end in time that hangs? Case P37 of the public test plan, and the limits it does not name.
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { silences } from "../testing/provider-faults";
import {
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { says } from "../testing/stub-replies";
import type { RunningRun } from "./execute-run";

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

/** A run that hangs is stopped after this time, in milliseconds: it has shown then that no limit ends it. */
const mostMs = 15_000;

const events = messageEvents([{ type: "text", text: "Half an answer" }], "end_turn");

async function failed(answer: StubAnswer, limits: RunRequestInput["limits"], fields = {}) {
  stub = await startProviderStub([answer]);
  const started = performance.now();
  const during = async ({ stop, done }: RunningRun) => {
    const timer = setTimeout(stop, mostMs);
    await done;
    clearTimeout(timer);
  };
  const run = await recordRun(stub.baseURL, { prompt: "Go", ...fields, limits }, { during });
  expect(run.end.outcome).toBe("failed");
  const error = run.end.outcome === "failed" ? run.end.error : null;
  return { ...run, error, tookMs: performance.now() - started };
}

test.each(silences(500))(
  "P37 stall: %s ends at the idle limit, and the socket is closed",
  async (_what, answer) => {
    const limitMs = 1_500;
    const { error, tookMs } = await failed(answer, { idleTimeoutMs: limitMs });
    expect(error).toMatchObject({
      code: "idle-timeout",
      message: expect.stringContaining("1.5 s"),
      retryable: true,
    });
    expect(error?.fix).toContain("limits.idleTimeoutMs");
    expect(tookMs).toBeGreaterThanOrEqual(limitMs - 50);
    expect(tookMs).toBeLessThan(limitMs + 2_000);
    await stub?.aborted;
  },
);

test("a stream that goes on longer than the idle limit is not taken for silence", async () => {
  const parts = events.map((event) => sse([event]));
  stub = await startProviderStub([
    (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => {
        const part = parts.shift();
        if (part !== undefined) response.write(part);
        if (parts.length === 0) response.end(() => clearInterval(timer));
      }, 200);
    },
  ]);
  const { end, events: log } = await recordRun(stub.baseURL, {
    prompt: "Go",
    limits: { idleTimeoutMs: 600 },
  });
  expect(end.outcome).toBe("completed");
  expect(log.at(-1)?.at).toBeGreaterThan(600);
});

test("a connection that does not come about ends at its own limit", async () => {
  // Accepts, and never says a word of TLS: nothing can be sent.
  const server = createServer((socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const started = performance.now();
  const { end, of } = await recordRun(`https://127.0.0.1:${port}`, {
    prompt: "Go",
    limits: { connectTimeoutMs: 400 },
  });
  server.close();
  expect(end).toMatchObject({ outcome: "failed", error: { code: "connect-timeout", retryable: true } });
  expect(performance.now() - started).toBeLessThan(2_400);
  expect(of("request-error")[0]?.error.code).toBe("connect-timeout");
});

test("the first byte has a limit of its own where one is given, shorter or longer than the idle limit", async () => {
  const { error } = await failed(() => undefined, { firstByteTimeoutMs: 300 });
  expect(error).toMatchObject({ code: "first-byte-timeout", message: expect.stringContaining("0.3 s") });
  await stub?.close();
  const late: StubAnswer = (response, request) =>
    new Promise((resolve) => setTimeout(resolve, 700)).then(() => says("Here I am.")(response, request));
  stub = await startProviderStub([late]);
  const limits = { idleTimeoutMs: 300, firstByteTimeoutMs: 5_000 };
  expect((await recordRun(stub.baseURL, { prompt: "Go", limits })).end.outcome).toBe("completed");
});

test("the total limit ends a run whatever it is doing", async () => {
  const waiting = streamAnswer(sse(messageEvents([toolUse("toolu_a", "wait", { seconds: 30 })], "tool_use")));
  const { error, of } = await failed(waiting, { totalTimeoutMs: 200 });
  expect(error).toMatchObject({ code: "total-timeout", retryable: false });
  expect(of("tool-call-end")[0]?.result.isError).toBe(true);
});
