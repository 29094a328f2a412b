// What is left of a run whose stream is cut, or ends in an error? Cases P34 and P35 of the public test plan.
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
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

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
  ["AI SDK", { kind: "ai-sdk" }],
];
const text = { type: "text", text: "Let me look." };
const inTools = messageEvents([text, toolUse("toolu_a", "get_weather", { location: "Paris" })], "tool_use");
const inText = messageEvents([text, { type: "text", text: "And more." }], "end_turn");
const upTo = (events: typeof inTools, type: string, copy: number) => {
  const places = events.flatMap((event, index) => (event.type === type ? [index] : []));
  return sse(events.slice(0, (places[copy] ?? 0) + 1));
};
const reset: Parameters<typeof streamAnswer>[1] = (response) =>
  setTimeout(() => response.socket?.resetAndDestroy(), 30);

/** What stands on the wire, and how the connection ends after it. */
const cuts: [string, StubAnswer][] = [
  ["clean end after text", streamAnswer(upTo(inText, "content_block_stop", 0))],
  ["clean end in tool JSON", streamAnswer(upTo(inTools, "content_block_delta", 2))],
  ["end after a tool block, without a stop", streamAnswer(upTo(inTools, "content_block_stop", 1))],
  ["reset in text", streamAnswer(upTo(inText, "content_block_delta", 0), reset)],
  ["reset in tool JSON", streamAnswer(upTo(inTools, "content_block_delta", 2), reset)],
];

describe.each(engines)("P34 truncated, %s", (_name, engine) => {
  test.each(cuts)("%s: failed with a cause, what arrived is kept, no tool is run", async (_how, answer) => {
    stub = await startProviderStub([answer]);
    const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "truncated-stream", retryable: true, fix: expect.stringContaining("Run again") },
    });
    expect(JSON.stringify(of("response-chunk"))).toContain("Let me look.");
    expect(of("response-end")[0]?.error?.code).toBe("truncated-stream");
    expect(of("tool-call-start")).toEqual([]);
  });

  test("the connection ends in the middle of the headers: each try is seen, and the cause is named", async () => {
    const sockets = new Set<Socket>();
    const server = await halfHeaders(sockets);
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const { of, end } = await recordRun(`http://127.0.0.1:${port}`, { prompt: "Go", engine });
    server.close();
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "provider-unreachable", retryable: true, message: expect.stringContaining("closed") },
    });
    expect(of("request-error")).toHaveLength(3);
    expect(of("response-start")).toEqual([]);
  });
});

function halfHeaders(sockets: Set<Socket>): Promise<Server> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-type: text/event-st"));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const errors: [string, boolean][] = [
  ["overloaded_error", true],
  ["api_error", true],
  ["invalid_request_error", false],
];

describe.each(engines)("P35 midstream-error, %s", (_name, engine) => {
  test.each(errors)(
    "%s: its type and the request's id are told, what arrived is kept",
    async (type, retryable) => {
      const event = { type: "error", error: { type, message: "It went wrong" }, request_id: "req_in_stream" };
      stub = await startProviderStub([streamAnswer(upTo(inText, "content_block_delta", 0) + sse([event]))]);
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
      expect(JSON.stringify(of("response-chunk"))).toContain("Let me look.");
      expect(of("response-end")[0]?.error?.type).toBe(type);
    },
  );

  test("an event that is no JSON: the cause holds what arrived, and what came before is kept", async () => {
    stub = await startProviderStub([
      streamAnswer(`${upTo(inText, "content_block_delta", 0)}event: ping\ndata: {oops\n\n`),
    ]);
    const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "malformed-stream", received: "{oops", retryable: true },
    });
    expect(JSON.stringify(of("response-chunk"))).toContain("Let me look.");
  });
});
