// Does the SDK's tool runner keep a run's bounds in every version, and does the log tell its turns apart?
import { expect, test } from "vitest";
import {
  errorAnswer,
  jsonAnswer,
  messageEvents,
  type StubAnswer,
  sse,
  streamAnswer,
} from "../testing/provider-stub";
import { type RunnerChoice, type RunnerInput, runnerRun } from "../testing/runner-run";
import { calls, moved, says, wait } from "../testing/stub-replies";
import { sdkVersions } from "./sdk-versions";

const versions = sdkVersions.map(({ version }) => version);

test.each(versions)("SDK %s: maxTurns ends a loop that would go on for ever", async (sdkVersion) => {
  const forever = [1, 2, 3, 4].map((n) => calls(wait(`toolu_${n}`)));
  const { of, end, received } = await runnerRun(forever, { sdkVersion }, { limits: { maxTurns: 3 } });
  expect(end).toMatchObject({ outcome: "turn-limit", maxTurns: 3 });
  expect(received).toHaveLength(3);
  expect(of("tool-call-end")).toHaveLength(3);
});

test("maxIterations is the runner's own limit, and the smaller one holds", async () => {
  const { end, bodies } = await runnerRun([calls(wait("toolu_1")), calls(wait("toolu_2"))], {
    maxIterations: 2,
  });
  expect(end).toMatchObject({ outcome: "turn-limit", maxTurns: 2 });
  expect(bodies[0]).not.toHaveProperty("max_iterations");
});

test("a run that ends by itself on its last turn has not hit the limit", async () => {
  const { end } = await runnerRun([calls(wait("toolu_1")), says("Done")], {}, { limits: { maxTurns: 2 } });
  expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
});

test.each(versions)(
  "SDK %s: calls of one name keep their ids apart, and an error keeps its text",
  async (sdkVersion) => {
    const batch = [wait("toolu_a", { seconds: 0.1 }), wait("toolu_b"), wait("toolu_c", { fail: true })];
    const { of, bodies } = await runnerRun([calls(...batch), says("Done")], { sdkVersion });
    const ended = of("tool-call-end").map((event) => [event.toolCallId, event.result.isError]);
    expect(ended.toSorted()).toEqual([
      ["toolu_a", false],
      ["toolu_b", false],
      ["toolu_c", true],
    ]);
    expect(ended.at(-1)?.[0]).toBe("toolu_a");
    const failure = of("tool-call-end").find((event) => event.toolCallId === "toolu_c")?.result.content;
    const messages = bodies[1]?.messages;
    expect(Array.isArray(messages) ? messages.at(-1) : null).toMatchObject({
      content: [
        { tool_use_id: "toolu_a" },
        { tool_use_id: "toolu_b" },
        { tool_use_id: "toolu_c", content: failure, is_error: true },
      ],
    });
  },
);

test.each(versions)("SDK %s: 529 is another attempt of the same turn", async (sdkVersion) => {
  const overloaded = errorAnswer(529, "overloaded_error", "Overloaded", { "retry-after-ms": "10" });
  const { of, end } = await runnerRun([overloaded, says("Done")], { sdkVersion });
  expect(of("request-start").map(({ turnId, attempt }) => `${turnId}#${attempt}`)).toEqual(["t1#1", "t1#2"]);
  expect(end.outcome).toBe("completed");
});

test.each(versions)(
  "SDK %s: a stream that breaks off fails the run with what was seen",
  async (sdkVersion) => {
    const events = messageEvents([{ type: "text", text: "Half" }], "end_turn").slice(0, 3);
    const { end } = await runnerRun([streamAnswer(sse(events))], { sdkVersion });
    expect(end).toMatchObject({ outcome: "failed", error: { code: "truncated-stream" } });
  },
);

test.each(versions)("SDK %s: a refused key fails the run with the provider's words", async (sdkVersion) => {
  const refused = errorAnswer(401, "authentication_error", "invalid x-api-key");
  const { end } = await runnerRun([refused], { sdkVersion }, { stream: false });
  expect(end).toMatchObject({ outcome: "failed", error: { code: "authentication", status: 401 } });
});

test.each(versions)("SDK %s: a redirect is not followed", async (sdkVersion) => {
  const { end, received } = await runnerRun([moved], { sdkVersion });
  expect(received).toHaveLength(1);
  expect(end).toMatchObject({ outcome: "failed", error: { code: "redirected" } });
});

test("eager tools start while the reply still streams, in the batch of their turn", async () => {
  const events = messageEvents([wait("toolu_a"), { type: "text", text: "…" }], "tool_use");
  const firstBlock = events.findIndex((event) => event.type === "content_block_stop") + 2;
  const slow: StubAnswer = (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(sse(events.slice(0, firstBlock)));
    setTimeout(() => response.end(sse(events.slice(firstBlock))), 300);
  };
  const { of } = await runnerRun([slow, says("Done")], { eager: true });
  const replyEnd = of("response-end")[0]?.at ?? 0;
  expect(of("tool-call-end")[0]?.at).toBeLessThan(replyEnd);
  expect(of("request-start").map((event) => event.turnId)).toEqual(["t1", "t2"]);
  expect(of("batch-end")[0]).toMatchObject({ turnId: "t1" });
});

test("a thread the provider has lost is sent again whole, as another attempt of its turn", async () => {
  const lost = jsonAnswer(404, {
    type: "error",
    error: { type: "not_found_error", message: "no thread", details: { error_code: "thread_not_found" } },
  });
  const { of, end, bodies } = await runnerRun([calls(wait("toolu_a")), lost, says("Done")]);
  expect(bodies.map((body) => body.thread)).toMatchObject([
    { type: "create" },
    { type: "continue" },
    { type: "create" },
  ]);
  expect(of("request-start").map(({ turnId, attempt }) => `${turnId}#${attempt}`)).toEqual([
    "t1#1",
    "t2#1",
    "t2#2",
  ]);
  expect(end.outcome).toBe("completed");
});

test("a thread that resumes a paused turn opens the next turn", async () => {
  const { of, bodies } = await runnerRun([
    says("Searching", "pause_turn"),
    says("Still", "pause_turn"),
    says("Found"),
  ]);
  expect(bodies.map((body) => body.messages)).toMatchObject([[{ role: "user" }], [], []]);
  expect(of("request-start").map(({ turnId, attempt }) => `${turnId}#${attempt}`)).toEqual([
    "t1#1",
    "t2#1",
    "t3#1",
  ]);
});

test.each<[string, RunnerChoice, RunnerInput?]>([
  ["engine.sdkVersion", { sdkVersion: "0.64.0" }],
  ["engine.thread", { sdkVersion: "1.0.0", thread: true }],
  ["engine.eager", { sdkVersion: "0.80.0", eager: true }],
  ["engine.eager", { eager: true }, { stream: false }],
  ["engine.hooks.0.kind", { sdkVersion: "0.63.1", hooks: [{ kind: "compact", afterTurn: 1 }] }],
  ["engine.hooks.0.params.messages", { hooks: [{ kind: "edit-params", params: { messages: [] } }] }],
  ["execution", {}, { execution: "sequential" }],
])("%s is refused before anything is sent: %j", async (field, choice, input) => {
  await expect(runnerRun([says("Never")], choice, input)).rejects.toMatchObject({ field });
});
