// What is left of a run whose stream is cut, or ends in an error? Cases P34 and P35 of the public test plan.
import { afterEach, describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import {
  cutStreams,
  errorInStream,
  errorTypes,
  noJsonInStream,
  partialText,
  startHalfHeaders,
} from "../testing/provider-faults";
import { type ProviderStub, startProviderStub } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
  ["AI SDK", { kind: "ai-sdk" }],
];
describe.each(engines)("P34 truncated, %s", (_name, engine) => {
  test.each(cutStreams)(
    "%s: failed with a cause, what arrived is kept, no tool is run",
    async (_how, answer) => {
      stub = await startProviderStub([answer]);
      const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
      expect(end).toMatchObject({
        outcome: "failed",
        error: { code: "truncated-stream", retryable: true, fix: expect.stringContaining("Run again") },
      });
      expect(JSON.stringify(of("response-chunk"))).toContain(partialText);
      expect(of("response-end")[0]?.error?.code).toBe("truncated-stream");
      expect(of("tool-call-start")).toEqual([]);
    },
  );

  test("the connection ends in the middle of the headers: each try is seen, and the cause is named", async () => {
    const server = await startHalfHeaders();
    const { of, end } = await recordRun(server.baseURL, { prompt: "Go", engine });
    server.close();
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "provider-unreachable", retryable: true, message: expect.stringContaining("closed") },
    });
    expect(of("request-error")).toHaveLength(3);
    expect(of("response-start")).toEqual([]);
  });
});

describe.each(engines)("P35 midstream-error, %s", (_name, engine) => {
  test.each(errorTypes)(
    "%s: its type and the request's id are told, what arrived is kept",
    async (type, retryable) => {
      stub = await startProviderStub([errorInStream(type)]);
      const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
      expect(end).toMatchObject({
        outcome: "failed",
        error: {
          code: "provider-error",
          type,
          requestId: "req_in_stream",
          message: "It went wrong",
          retryable,
        },
      });
      expect(JSON.stringify(of("response-chunk"))).toContain(partialText);
      expect(of("response-end")[0]?.error?.type).toBe(type);
    },
  );

  test("an event that is no JSON: the cause holds what arrived, and what came before is kept", async () => {
    stub = await startProviderStub([noJsonInStream]);
    const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "malformed-stream", received: "{oops", retryable: true },
    });
    expect(JSON.stringify(of("response-chunk"))).toContain(partialText);
  });
});
