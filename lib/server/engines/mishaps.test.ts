// What does the API say to each of our mishaps, and do the findings name it as ours?
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { Mishap } from "@/lib/protocol/mishap";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { findingsOf } from "@/lib/run/findings";
import { runOf } from "@/lib/run/reduce-run";
import { createSimulator } from "@/lib/simulator/simulator";
import { registerInstantly, scenarioNamed } from "@/lib/simulator/testing/play-scenario";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { recordRun } from "../testing/recorded-run";
import { followUp, keptReply, resultMessages } from "./mishaps";

const simulator = createSimulator();
let server: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

/** Carries out a scenario of the gallery against the simulator, with mishaps of our own. */
async function play(name: string, mishaps: readonly Mishap[], changes: Partial<RunRequestInput> = {}) {
  const scenario = scenarioNamed(name);
  const path = registerInstantly(simulator, scenario).replace("/v1/messages", "");
  const { serverTools = [], thinking } = scenario.params ?? {};
  const fields = {
    prompt: scenario.prompt,
    tools: [...scenario.tools, ...serverTools],
    params: thinking === undefined ? {} : { thinking },
    mishaps,
    ...changes,
  } as Omit<RunRequestInput, "provider">;
  const { events, end, of } = await recordRun(`${server.baseURL}${path}`, fields);
  const run = runOf(events);
  const requests = run.turns.flatMap((turn) => turn.requests);
  return { end, requests, findings: findingsOf(run), received: of("request-start").length };
}

const refusal = (end: unknown) => JSON.stringify(Object(end).error?.message);

describe("a mishap against the simulator", () => {
  test("without one, these scenarios end with no finding", async () => {
    for (const name of ["container-kept", "granted-tool", "thinking-with-tools"]) {
      const { end, findings } = await play(name, []);
      expect([name, end.outcome, findings]).toEqual([name, "completed", []]);
    }
  });

  test.each<[Mishap, string, string, string]>([
    ["forget-container", "container-kept", "container-forgotten", "container_id is required"],
    [
      "forget-granted-tools",
      "granted-tool",
      "tool-definition-forgotten",
      "Tool reference 'get_exchange_rate' not found in available tools",
    ],
    [
      "forget-granted-tools",
      "deferred-tool",
      "tool-definition-forgotten",
      "Tool reference 'get_exchange_rate' not found in available tools",
    ],
    ["forget-tool-result", "four-parallel-calls", "results-missing", "without `tool_result` blocks"],
    [
      "forget-tool-result",
      "empty-result",
      "results-missing",
      "The conversation must end with a user message",
    ],
    [
      "text-before-tool-results",
      "four-parallel-calls",
      "results-out-of-order",
      "without `tool_result` blocks",
    ],
  ])("%s ends %s with a 400, and %s names it as ours", async (mishap, name, code, words) => {
    const { end, findings } = await play(name, [mishap]);
    expect(end).toMatchObject({ outcome: "failed", error: { status: 400 } });
    expect(refusal(end)).toContain(words);
    expect(findings.filter((finding) => finding.mishap !== undefined)).toMatchObject([
      { code, severity: "error", mishap, message: expect.stringContaining("a mishap you switched on") },
    ]);
  });

  test.each<[Mishap, string, string, string]>([
    ["split-tool-results", "four-parallel-calls", "results-split", "error"],
    ["strip-thinking", "thinking-with-tools", "thinking-stripped", "warning"],
  ])("%s goes through in silence, and %s: %s names it as ours", async (mishap, name, code, severity) => {
    const { end, findings } = await play(name, [mishap]);
    expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
    expect(findings).toMatchObject([{ code, severity, mishap }]);
  });

  test("drop-default-headers-on-follow-up keeps them on the first request only", async () => {
    const headers = {
      default: [{ name: "x-tenant", value: "blue" }],
      perRequest: [{ name: "x-trace", value: "7" }],
    };
    const { requests, findings } = await play("failing-tool", ["drop-default-headers-on-follow-up"], {
      headers,
      expectations: ["x-tenant"],
    });
    const carries = (name: string) =>
      requests.map(({ headerSets }) => headerSets.wire?.some(([each]) => each === name) === true);
    expect(carries("x-tenant")).toEqual([true, false, false]);
    expect(carries("x-trace")).toEqual([true, true, true]);
    expect(findings.filter(({ mishap }) => mishap !== undefined)).toMatchObject([
      { code: "expected-header-missing", header: "x-tenant", requestId: requests[1]?.requestId },
      { code: "header-dropped", header: "x-tenant", requestId: requests[1]?.requestId },
    ]);
  });

  test("a finding that no mishap caused is not called ours", async () => {
    const { findings } = await play("failing-tool", ["forget-container"]);
    expect(findings).toMatchObject([{ code: "tool-failed" }]);
    expect(findings[0]).not.toHaveProperty("mishap");
  });
});

describe("what goes back", () => {
  const results = ["a", "b"].map((id) => ({ type: "tool_result", tool_use_id: id, content: "ok" }));
  const ids = (messages: readonly JsonObject[]) =>
    messages.map(({ content }) => Object(content).map((block: JsonObject) => block.tool_use_id ?? "text"));

  test.each<[Mishap[], unknown[]]>([
    [[], [["a", "b"]]],
    [["split-tool-results"], [["a"], ["b"]]],
    [["forget-tool-result"], [["a"]]],
    [["text-before-tool-results"], [["text", "a", "b"]]],
    [
      ["text-before-tool-results", "split-tool-results"],
      [["text", "a"], ["b"]],
    ],
  ])("with %j is %j", (mishaps, expected) => {
    expect(ids(resultMessages(results, mishaps))).toEqual(expected);
  });

  test("is nothing where the only result is forgotten, and where there was none", () => {
    expect(resultMessages(results.slice(0, 1), ["forget-tool-result"])).toEqual([]);
    expect(resultMessages([], ["text-before-tool-results"])).toEqual([]);
  });

  test("of a reply is all of it, but for stripped thinking", () => {
    const reply = [{ type: "thinking" }, { type: "redacted_thinking" }, { type: "text" }];
    expect(keptReply(reply, [])).toEqual(reply);
    expect(keptReply(reply, ["strip-thinking"])).toEqual([{ type: "text" }]);
  });
});

describe("grants that are forgotten", () => {
  const grant = { type: "tool_addition", tool: { type: "tool_reference", name: "fly" } };
  const messages = [
    { role: "user", content: "Go" },
    { role: "system", content: [grant] },
    { role: "system", content: [{ type: "text", text: "Be brief." }, grant] },
  ];
  const definitions = [
    { name: "fly", defer_loading: true },
    { name: "swim", defer_loading: true },
    { name: "walk" },
  ];

  test("take their messages and definitions with them, and no others", () => {
    expect(followUp({ messages, definitions }, ["forget-granted-tools"])).toEqual({
      messages: [
        { role: "user", content: "Go" },
        { role: "system", content: [{ type: "text", text: "Be brief." }] },
      ],
      definitions: [{ name: "swim", defer_loading: true }, { name: "walk" }],
    });
  });

  test("are kept without the mishap", () => {
    expect(followUp({ messages, definitions }, ["forget-container"])).toEqual({ messages, definitions });
  });
});
