// Does whatever drives a run end when it is stopped, and keep its secrets out of the log?
import { describe, expect, type TestContext, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import {
  errorAnswer,
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { stopAfter } from "../testing/stop-after";
import { calls, says, wait } from "../testing/stub-replies";
import { sdkVersions } from "./sdk-versions";

async function stubFor(
  { onTestFinished }: TestContext,
  answers: readonly StubAnswer[],
): Promise<ProviderStub> {
  const stub = await startProviderStub(answers);
  onTestFinished(() => stub.close());
  return stub;
}

const newest = sdkVersions[0].version;
const engines: [string, EngineChoice][] = [
  ...[newest, "0.63.1"].map((sdkVersion): [string, EngineChoice] => [
    `manual loop on ${sdkVersion}`,
    { kind: "manual", sdkVersion },
  ]),
  ...sdkVersions.map(({ version }): [string, EngineChoice] => [
    `tool runner of ${version}`,
    { kind: "tool-runner", sdkVersion: version },
  ]),
  ["AI SDK", { kind: "ai-sdk" }],
];

describe.each(engines)("%s", (_, engine) => {
  async function stopped(context: TestContext, answers: readonly StubAnswer[]) {
    const stub = await stubFor(context, answers);
    let wentOnMs = Number.POSITIVE_INFINITY;
    const run = await recordRun(
      stub.baseURL,
      { prompt: "Go", engine },
      {
        during: async (running) => {
          wentOnMs = await stopAfter(stub, running, 100);
        },
      },
    );
    expect(wentOnMs).toBeLessThan(1_000);
    expect(run.end.outcome).toBe("stopped");
    const requests = stub.received.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stub.received).toHaveLength(requests);
    return { ...run, stub };
  }

  test("a stop in the middle of a stream reaches the provider", async (context) => {
    const events = messageEvents([{ type: "text", text: "Half an answer" }], "end_turn").slice(0, 3);
    const { of, stub } = await stopped(context, [streamAnswer(sse(events), () => undefined)]);
    await stub.aborted;
    expect(of("response-end")[0]?.error).toMatchObject({ code: "aborted" });
  });

  test("a stop before any answer reaches the provider", async (context) => {
    const { stub } = await stopped(context, [() => undefined]);
    await stub.aborted;
  });

  test("a stop ends running tools", async (context) => {
    const { of, stub } = await stopped(context, [calls(wait("toolu_a", { seconds: 30 }))]);
    expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
    expect(stub.received).toHaveLength(1);
  });

  test("a stop ends the wait before another attempt", async (context) => {
    const { stub } = await stopped(context, [
      errorAnswer(529, "overloaded_error", "Overloaded", { "retry-after": "30" }),
    ]);
    expect(stub.received).toHaveLength(1);
  });

  test("a silent provider runs into the idle limit, and the log says so", async (context) => {
    const stub = await stubFor(context, [() => undefined]);
    const { end } = await recordRun(stub.baseURL, { prompt: "Go", engine, limits: { idleTimeoutMs: 200 } });
    expect(end).toMatchObject({ outcome: "failed", error: { code: "idle-timeout" } });
  });

  test("the key and a secret header arrive, and no form of them is in the log", async (context) => {
    const key = "made-up-key-0123456789";
    const secret = "gw/secret+4711";
    const stub = await stubFor(context, [
      calls(wait("toolu_a", { note: key })),
      says(`I saw ${key} and ${Buffer.from(secret).toString("base64")}`),
    ]);
    const headers = { default: [{ name: "X-Gateway", value: secret, secret: true }] };
    const { lines } = await recordRun(stub.baseURL, {
      prompt: `My key is ${key}`,
      engine,
      apiKey: key,
      headers,
    });
    expect(stub.received).toHaveLength(2);
    for (const request of stub.received) {
      expect(request.headers["x-gateway"]).toBe(secret);
      expect([request.headers["x-api-key"], request.headers.authorization].join()).toContain(key);
    }
    const text = lines.join("\n");
    for (const value of [key, secret]) {
      for (const form of [value, Buffer.from(value).toString("base64"), encodeURIComponent(value)]) {
        expect(text).not.toContain(form);
      }
    }
  });
});
