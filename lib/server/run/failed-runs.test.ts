import { afterEach, expect, test } from "vitest";
import {
  errorAnswer,
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub;
afterEach(() => stub.close());

async function failed(answers: readonly StubAnswer[], input: Partial<Parameters<typeof recordRun>[1]> = {}) {
  stub = await startProviderStub(answers);
  const run = await recordRun(stub.baseURL, { prompt: "Go", ...input });
  if (run.end.outcome !== "failed") throw new Error(`the run ended ${run.end.outcome}`);
  return { ...run, error: run.end.error };
}

const weather = toolUse("toolu_a", "get_weather", { location: "Paris" });
const events = messageEvents([{ type: "text", text: "Let me look." }, weather], "tool_use");
/** Up to the middle of the tool input. */
const cutText = sse(events.slice(0, 6));

test("an unreachable provider is named with what to do", async () => {
  stub = await startProviderStub([]);
  await stub.close();
  const { of, end } = await recordRun(stub.baseURL, { prompt: "Go" });
  expect(end).toMatchObject({ outcome: "failed", error: { code: "provider-unreachable" } });
  expect(JSON.stringify(end)).toContain("nothing is listening there");
  expect(of("request-error")).toHaveLength(3);
});

test("a 401 keeps the provider's words and is not tried again", async () => {
  const { error } = await failed([errorAnswer(401, "authentication_error", "invalid x-api-key")]);
  expect(error).toMatchObject({ code: "authentication", message: "invalid x-api-key", status: 401 });
  expect(stub.received).toHaveLength(1);
});

test("an HTML page instead of a stream is said to be one, with its beginning", async () => {
  const page = (response: import("node:http").ServerResponse) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Sign in</title>");
  };
  const { error } = await failed([page]);
  expect(error).toMatchObject({ code: "unexpected-content", status: 200 });
  expect(error.message).toContain("text/html");
  expect(error.received).toContain("Sign in");
});

test.each([
  ["clean", streamAnswer(cutText)],
  ["reset", streamAnswer(cutText, (response) => setTimeout(() => response.socket?.resetAndDestroy(), 30))],
])("a stream cut in a tool call (%s) keeps what arrived and executes nothing", async (_how, answer) => {
  const { error, of } = await failed([answer]);
  expect(["truncated-stream", "provider-unreachable"]).toContain(error.code);
  expect(of("tool-call-start")).toEqual([]);
  expect(JSON.stringify(of("response-chunk"))).toContain("Let me look.");
  expect(of("response-end")[0]?.error?.code).toBe(error.code);
});

test("garbage in a stream is shown as the cause", async () => {
  const { error, of } = await failed([
    streamAnswer(`${sse(events.slice(0, 3))}event: ping\ndata: {oops\n\n`),
  ]);
  expect(error).toMatchObject({ code: "malformed-stream", received: "{oops" });
  expect(JSON.stringify(of("response-chunk"))).toContain("Let me look.");
});

test("an error event in the middle of a stream is the provider's error", async () => {
  const overloaded = { type: "error", error: { type: "overloaded_error", message: "Overloaded" } };
  const { error } = await failed([streamAnswer(sse([...events.slice(0, 3), overloaded]))]);
  expect(error).toMatchObject({ code: "provider-error", type: "overloaded_error", message: "Overloaded" });
});

test("an empty answer is not taken for a reply", async () => {
  const { error } = await failed([streamAnswer("", (response) => response.end())]);
  expect(error.code).toBe("truncated-stream");
});

test("a redirect is not followed, and its target is named", async () => {
  const elsewhere = (response: import("node:http").ServerResponse) => {
    response.writeHead(307, { location: "http://127.0.0.1:1/elsewhere" });
    response.end();
  };
  const { error } = await failed([elsewhere]);
  expect(error).toMatchObject({ code: "redirected", message: expect.stringContaining("/elsewhere") });
  expect(stub.received).toHaveLength(1);
});

test("silence ends at the idle limit, and pings do not count as content", async () => {
  const pinging: StubAnswer = (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const timer = setInterval(() => response.write(sse([{ type: "ping" }])), 20);
    response.on("close", () => clearInterval(timer));
  };
  const { error } = await failed([pinging], { limits: { idleTimeoutMs: 150 } });
  expect(error.code).toBe("idle-timeout");
  await stub.aborted;
});

test("the total limit ends a run whatever it is doing", async () => {
  const waiting = streamAnswer(sse(messageEvents([toolUse("toolu_a", "wait", { seconds: 30 })], "tool_use")));
  const { error, of } = await failed([waiting], { limits: { totalTimeoutMs: 200 } });
  expect(error.code).toBe("total-timeout");
  expect(of("tool-call-end")[0]?.result.isError).toBe(true);
});

test("a setting that the SDK refuses is a failure that says so", async () => {
  const format = { type: "json_schema", schema: { type: "object" } };
  const { error } = await failed([], { params: { output_format: format, output_config: { format } } });
  expect(error.code).toBe("refused-request");
});
