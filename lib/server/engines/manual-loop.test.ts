import { afterEach, expect, test } from "vitest";
import {
  errorAnswer,
  jsonAnswer,
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { calls, says, wait } from "../testing/stub-replies";

let stub: ProviderStub;
afterEach(() => stub.close());

async function run(answers: readonly StubAnswer[], input: Partial<Parameters<typeof recordRun>[1]> = {}) {
  stub = await startProviderStub(answers);
  return recordRun(stub.baseURL, { prompt: "Go", ...input });
}

const waiting = (id: string, seconds: number) => wait(id, { seconds });

test("a batch overlaps, and its results go back in one message in call order", async () => {
  const { of, end } = await run([calls(waiting("toolu_a", 0.2), waiting("toolu_b", 0.05)), says("Done")]);
  const [first, second] = of("tool-call-start");
  const ended = of("tool-call-end").map((event) => event.toolCallId);
  expect(ended).toEqual(["toolu_b", "toolu_a"]);
  expect(second?.at).toBeLessThan(of("tool-call-end")[0]?.at ?? 0);
  expect(first?.batchId).toBe(second?.batchId);
  expect(stub.received[1]?.body.messages).toMatchObject([
    { role: "user", content: "Go" },
    { role: "assistant", content: [{ id: "toolu_a" }, { id: "toolu_b" }] },
    { role: "user", content: [{ tool_use_id: "toolu_a" }, { tool_use_id: "toolu_b" }] },
  ]);
  expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
});

test("sequential execution starts a call after the one before has ended", async () => {
  const { of } = await run([calls(waiting("toolu_a", 0.1), waiting("toolu_b", 0)), says("Done")], {
    execution: "sequential",
  });
  expect(of("tool-call-start")[1]?.at).toBeGreaterThanOrEqual(
    of("tool-call-end")[0]?.at ?? Number.POSITIVE_INFINITY,
  );
});

test("an unknown tool, a bad input and a failing tool are answered, and the run goes on", async () => {
  const blocks = [
    toolUse("toolu_x", "fly", {}),
    toolUse("toolu_y", "wait", {}),
    toolUse("toolu_z", "wait", { seconds: 0, fail: true }),
  ];
  const { of, end } = await run([calls(...blocks), says("Sorry")]);
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true, true, true]);
  expect(of("tool-call-start")[0]?.handler).toBe("none");
  expect(JSON.stringify(of("tool-call-end")[0]?.result.content)).toContain("get_weather");
  expect(end.outcome).toBe("completed");
});

test("a tool that hangs past its time limit is answered for", async () => {
  const { of, end } = await run([calls(waiting("toolu_a", 30)), says("Done")], {
    limits: { toolTimeoutMs: 60 },
  });
  expect(of("tool-call-end")[0]?.result).toMatchObject({
    isError: true,
    content: expect.stringContaining("60"),
  });
  expect(end.outcome).toBe("completed");
});

test("a tool call cut by max_tokens is never executed and asked for once more with more room", async () => {
  const cut = sse([...messageEvents([toolUse("toolu_a", "wait", { seconds: 0 })], "max_tokens")]);
  const { of, end } = await run([streamAnswer(cut), calls(waiting("toolu_b", 0)), says("Done")], {
    maxTokens: 100,
  });
  expect(of("tool-call-start").map((event) => event.toolCallId)).toEqual(["toolu_b"]);
  expect(stub.received.map((request) => request.body.max_tokens)).toEqual([100, 400, 100]);
  expect(of("request-start").map(({ turnId, attempt }) => `${turnId}#${attempt}`)).toEqual([
    "t1#1",
    "t1#2",
    "t2#1",
  ]);
  expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
});

test("a second cut tool call ends the run without executing it", async () => {
  const cut = streamAnswer(sse(messageEvents([waiting("toolu_a", 0)], "max_tokens")));
  const { of, end } = await run([cut]);
  expect(of("tool-call-start")).toEqual([]);
  expect(stub.received).toHaveLength(2);
  expect(end).toMatchObject({ outcome: "completed", stopReason: "max_tokens" });
});

test("pause_turn is resent with the reply appended and nothing else", async () => {
  await run([says("Searching", "pause_turn"), says("Found")]);
  expect(stub.received[1]?.body.messages).toEqual([
    { role: "user", content: "Go" },
    { role: "assistant", content: [{ type: "text", text: "Searching" }] },
  ]);
});

test.each(["refusal", "stop_sequence", "model_context_window_exceeded", "reason_of_next_year"])(
  "%s ends the run and runs no tool",
  async (stopReason) => {
    const { of, end } = await run([streamAnswer(sse(messageEvents([waiting("toolu_a", 0)], stopReason)))]);
    expect(of("tool-call-start")).toEqual([]);
    expect(end).toMatchObject({ outcome: "completed", stopReason });
  },
);

test("the container and the beta flags are on every later request", async () => {
  const container = { id: "container_1", expires_at: "2026-11-21T00:00:00Z" };
  const first = streamAnswer(sse(messageEvents([waiting("toolu_a", 0)], "tool_use", { container })));
  await run([first, says("Done")], { params: { betas: ["beta-a", "beta-b"] } });
  expect(stub.received.map((request) => request.body.container)).toEqual([undefined, "container_1"]);
  expect(stub.received.map((request) => request.headers["anthropic-beta"])).toEqual([
    "beta-a,beta-b",
    "beta-a,beta-b",
  ]);
});

test("the turn limit ends a loop that would go on for ever", async () => {
  const { of, end } = await run([calls(waiting("toolu_a", 0))], { limits: { maxTurns: 3 } });
  expect(end).toMatchObject({ outcome: "turn-limit", maxTurns: 3 });
  expect(of("turn-end")).toHaveLength(3);
  expect(new Set(of("tool-call-start").map((event) => event.toolCallId)).size).toBe(3);
});

test("529 is tried again as another attempt of the same turn", async () => {
  const overloaded = errorAnswer(529, "overloaded_error", "Overloaded", { "retry-after-ms": "10" });
  const { of, end } = await run([overloaded, says("Done")]);
  expect(of("request-start").map(({ turnId, attempt }) => [turnId, attempt])).toEqual([
    ["t1", 1],
    ["t1", 2],
  ]);
  expect(of("response-end")[0]?.error).toMatchObject({
    status: 529,
    message: "Overloaded",
    requestId: "req_stub",
  });
  expect(end.outcome).toBe("completed");
});

test("an answer in one piece is as good as a stream", async () => {
  const message = { id: "msg_1", type: "message", role: "assistant", usage: {} };
  const first = jsonAnswer(200, { ...message, content: [waiting("toolu_a", 0)], stop_reason: "tool_use" });
  const second = jsonAnswer(200, {
    ...message,
    content: [{ type: "text", text: "Done" }],
    stop_reason: "end_turn",
  });
  const { of, end } = await run([first, second], { stream: false });
  expect(of("tool-call-end")).toHaveLength(1);
  expect(of("response-end")[1]?.body).toMatchObject({ stop_reason: "end_turn" });
  expect(end.outcome).toBe("completed");
});

test("tool input that never became JSON is answered for, and echoed as an object", async () => {
  const whole = messageEvents([toolUse("toolu_a", "wait", { seconds: 1 })], "tool_use");
  const lastPart = whole.findLastIndex((event) => event.type === "content_block_delta");
  const events = whole.toSpliced(lastPart, 1);
  const { of } = await run([streamAnswer(sse(events)), says("Done")]);
  expect(of("tool-call-end")[0]?.result.isError).toBe(true);
  expect(stub.received[1]?.body.messages).toMatchObject([{}, { content: [{ input: {} }] }, {}]);
});
