// Do the hooks what a program would do with the runner's own methods, in every SDK version?
import { expect, test } from "vitest";
import type { RunnerHook } from "@/lib/protocol/engine-choice";
import { jsonAnswer, toolUse } from "../testing/provider-stub";
import { runnerRun } from "../testing/runner-run";
import { calls, reply, says, wait } from "../testing/stub-replies";
import { sdkVersions } from "./sdk-versions";

const versions = sdkVersions.map(({ version }) => version);
const unthreaded = versions.map((sdkVersion) => ({ sdkVersion, thread: false }));

const editing: RunnerHook = { kind: "edit-params", afterTurn: 1, params: { max_tokens: 77 } };

test.each(unthreaded)(
  "edit-params of SDK $sdkVersion changes the later requests and loses nothing",
  async (choice) => {
    const { of, end, bodies } = await runnerRun(
      [calls(wait("toolu_a")), calls(wait("toolu_b")), says("Done")],
      {
        ...choice,
        hooks: [editing],
      },
    );
    expect(bodies.map((body) => body.max_tokens)).toEqual([4_096, 77, 77]);
    expect(bodies[2]?.messages).toMatchObject([
      { role: "user" },
      { content: [{ id: "toolu_a" }] },
      { content: [{ tool_use_id: "toolu_a" }] },
      { content: [{ id: "toolu_b" }] },
      { content: [{ tool_use_id: "toolu_b" }] },
    ]);
    expect(of("tool-call-start")).toHaveLength(2);
    expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
  },
);

test("edit-params after every turn ends with the run, and a thread goes on", async () => {
  const { end, bodies, received } = await runnerRun([calls(wait("toolu_a")), says("Done")], {
    hooks: [{ kind: "edit-params", params: { max_tokens: 77 } }],
  });
  expect(bodies.map((body) => body.thread)).toMatchObject([{ type: "create" }, { type: "continue" }]);
  expect(bodies[1]?.messages).toMatchObject([{ content: [{ tool_use_id: "toolu_a" }] }]);
  expect(received).toHaveLength(2);
  expect(end.outcome).toBe("completed");
});

test("an edit of what a thread keeps fails with the SDK's own reason", async () => {
  const { end } = await runnerRun([calls(wait("toolu_a")), says("Done")], {
    hooks: [{ kind: "edit-params", params: { system: "Be brief." } }],
  });
  expect(end).toMatchObject({
    outcome: "failed",
    error: {
      code: "refused-request",
      message: expect.stringContaining("Cannot change `system` on a thread"),
    },
  });
});

test.each(unthreaded)(
  "append-messages of SDK $sdkVersion adds behind the results, and asks on after the end",
  async (choice) => {
    const hooks: RunnerHook[] = [
      { kind: "append-messages", afterTurn: 1, messages: [{ role: "user", content: "Quick" }] },
      { kind: "append-messages", afterTurn: 2, messages: [{ role: "user", content: "And now?" }] },
    ];
    const { of, end, bodies } = await runnerRun([calls(wait("toolu_a")), says("Done"), says("Again")], {
      ...choice,
      hooks,
    });
    expect(bodies[2]?.messages).toMatchObject([
      { role: "user" },
      { role: "assistant" },
      { content: [{ tool_use_id: "toolu_a" }] },
      { role: "user", content: "Quick" },
      { role: "assistant" },
      { role: "user", content: "And now?" },
    ]);
    expect(of("tool-call-start")).toHaveLength(1);
    expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
  },
);

test.each(versions)(
  "edit-tool-result of SDK %s reaches the provider for the tool it names",
  async (sdkVersion) => {
    const cache = { cache_control: { type: "ephemeral" } };
    const { of, bodies } = await runnerRun(
      [calls(wait("toolu_a"), toolUse("toolu_b", "get_time", { location: "Paris" })), says("Done")],
      {
        sdkVersion,
        hooks: [{ kind: "edit-tool-result", tool: "get_time", fields: cache }],
      },
    );
    const messages = bodies[1]?.messages;
    const results = Array.isArray(messages) ? messages.at(-1).content : [];
    expect(results[0]).not.toHaveProperty("cache_control");
    expect(results[1]).toMatchObject({ tool_use_id: "toolu_b", ...cache });
    expect(of("tool-call-start")).toHaveLength(2);
  },
);

test.each(versions)(
  "stop-on-tool-error of SDK %s leaves the loop before the error goes back",
  async (sdkVersion) => {
    const hooks: RunnerHook[] = [{ kind: "stop-on-tool-error" }];
    const answers = [calls(wait("toolu_a")), calls(wait("toolu_b", { fail: true })), says("Never")];
    const { end, received } = await runnerRun(answers, { sdkVersion, hooks });
    expect(received).toHaveLength(2);
    expect(end).toMatchObject({ outcome: "completed", stopReason: "tool_use" });
  },
);

test.each(sdkVersions.filter(({ abilities }) => abilities.compaction === "compactBeforeNextTurn"))(
  "compact of SDK $version sends the compaction as a turn of its own, and goes on from the summary",
  async ({ version }) => {
    const summary = reply([{ type: "compaction", content: "So far" }], "compaction");
    const { of, end, bodies } = await runnerRun(
      [calls(wait("toolu_a")), summary, calls(wait("toolu_b")), says("Done")],
      {
        sdkVersion: version,
        hooks: [{ kind: "compact", afterTurn: 1 }],
      },
      { limits: { maxTurns: 3 } },
    );
    expect(bodies[1]).toMatchObject({ compaction: { type: "summarize" } });
    expect(bodies[2]?.messages).toMatchObject([{ role: "assistant", content: [{ type: "compaction" }] }]);
    expect(of("request-start").map(({ turnId, attempt }) => `${turnId}#${attempt}`)).toEqual([
      "t1#1",
      "t2#1",
      "t3#1",
      "t4#1",
    ]);
    expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
  },
);

test("compact of SDK 0.80.0 asks for a summary in a request of its own, and drops the calls of the reply", async () => {
  const asked = jsonAnswer(200, {
    id: "msg_sum",
    type: "message",
    role: "assistant",
    content: [{ type: "text", text: "So far" }],
    stop_reason: "end_turn",
    usage: {},
  });
  const { of, end, bodies, received } = await runnerRun([calls(wait("toolu_a")), asked, says("Done")], {
    sdkVersion: "0.80.0",
    hooks: [{ kind: "compact", afterTurn: 1 }],
  });
  expect(received[1]?.headers["x-stainless-helper"]).toBe("compaction");
  expect(bodies[2]?.messages).toMatchObject([{ role: "user", content: [{ text: "So far" }] }]);
  expect(of("tool-call-start")).toHaveLength(0);
  expect(of("request-start").map((event) => event.turnId)).toEqual(["t1", "t2", "t3"]);
  expect(bodies[0]).not.toHaveProperty("compactionControl");
  expect(end.outcome).toBe("completed");
});
