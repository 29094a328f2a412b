// Is state that a loop loses between two requests noticed, and state that it keeps or gives up on purpose left alone?
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { findingsOf } from "../findings";
import { createEventBuilder, toolResults, toolUse } from "../testing/event-builder";

type Log = ReturnType<typeof createEventBuilder>;
const codes = (log: Log) => findingsOf(log.run()).map(({ code }) => code);
const user = { role: "user", content: "Go" };
const assistant = (...content: JsonObject[]) => ({ role: "assistant", content });

describe("a container", () => {
  const named = (log: Log, id: string | null, content: readonly JsonObject[] = []) => {
    log.responseStart();
    const container = id === null ? null : { id, expires_at: "2026-11-21T12:00:00Z" };
    const body = { type: "message", role: "assistant", content, stop_reason: "tool_use", container };
    return log.responseEnd({ body }).endTurn();
  };
  const begun = (content: readonly JsonObject[] = []) =>
    named(createEventBuilder().turn().request(), "container_1", content);

  it.each<[string, unknown]>([
    ["by its id", "container_1"],
    ["with skills", { id: "container_1", skills: [] }],
    ["by another id the user chose", "container_2"],
  ])("that is sent %s is no finding", (_, container) => {
    expect(
      codes(
        begun()
          .turn()
          .request({ body: { messages: [], container } }),
      ),
    ).toEqual([]);
  });

  it("that is left out is named with the requests that lack it", () => {
    const log = begun().turn().request();
    const [finding, ...others] = findingsOf(named(log, null).turn().request().run());
    expect(finding).toMatchObject({
      code: "container-forgotten",
      severity: "warning",
      requestId: "request-2",
      fix: expect.stringContaining("container: response.container.id"),
    });
    expect(finding?.message).toContain("container_1, which is not on requests 2 and 3");
    expect(others).toEqual([]);
  });

  it("is graver to forget while code in it waits for results", () => {
    const caller = { type: "code_execution_20260120", tool_id: "srvtoolu_1" };
    const log = begun([{ ...toolUse("a"), caller }])
      .turn()
      .request({ body: { messages: [user, assistant(toolUse("a")), toolResults("a")] } });
    expect(findingsOf(log.run())[0]).toMatchObject({ code: "container-forgotten", severity: "error" });
  });

  it("may be left out after the provider refused it", () => {
    const log = begun().turn();
    log.request({ body: { messages: [], container: "container_1" } }).responseStart(500);
    expect(codes(log.responseEnd().request({ attempt: 2 }))).toEqual(["request-retried"]);
  });
});

describe("thinking", () => {
  const thinking = (signature: string) => ({ type: "thinking", thinking: "", signature });
  const replied = (...content: JsonObject[]) => {
    const log = createEventBuilder().turn().request();
    return log.reply({ stopReason: "tool_use", content }).endTurn();
  };
  const followed = (log: Log, ...sent: JsonObject[]) =>
    log.turn().request({ body: { messages: [user, assistant(...sent), toolResults("a")] } });

  it("that goes back whole is no finding, redacted blocks included", () => {
    const reply = [thinking("s1"), { type: "redacted_thinking", data: "d1" }, toolUse("a")];
    expect(codes(followed(replied(...reply), ...reply))).toEqual([]);
  });

  it("that is lost is counted, block by block", () => {
    const log = replied(thinking("s1"), { type: "redacted_thinking", data: "d1" }, toolUse("a"));
    const [finding] = findingsOf(followed(log, thinking("s1"), toolUse("a")).run());
    expect(finding).toMatchObject({
      code: "thinking-stripped",
      severity: "warning",
      requestId: "request-2",
    });
    expect(finding?.message).toContain("1 thinking block of turn 1");
  });

  it("is one finding however many turns lose it, graver where thinking is manual", () => {
    const log = createEventBuilder();
    const messages: JsonObject[] = [user];
    const params = { thinking: { type: "enabled", budget_tokens: 2_000 } };
    for (const id of ["a", "b", "c"]) {
      log.turn().request({ body: { ...params, messages: [...messages] } });
      log.reply({ stopReason: "tool_use", content: [thinking(id), toolUse(id)] }).endTurn();
      messages.push(assistant(toolUse(id)), toolResults(id));
    }
    const findings = findingsOf(log.run());
    expect(findings).toMatchObject([{ code: "thinking-stripped", severity: "error" }]);
    expect(findings[0]?.message).toContain("request 2, and so it goes on request 3.");
  });

  it("is not missed where a thread keeps the history", () => {
    const log = replied(thinking("s1"), toolUse("a")).turn();
    const thread = { type: "continue", previous_message_id: "msg_1" };
    expect(codes(log.request({ body: { thread, messages: [toolResults("a")] } }))).toEqual([]);
  });
});

describe("a tool definition", () => {
  const search = { name: "find_tools" };
  const rate = { name: "get_rate", defer_loading: true };
  const reference = { type: "tool_reference", tool_name: "get_rate" };
  const found = {
    role: "user",
    content: [{ type: "tool_result", tool_use_id: "a", content: [reference] }],
  };
  const history = [user, assistant(toolUse("a", "find_tools")), found];
  const asked = (...bodies: JsonObject[]) => {
    const log = createEventBuilder();
    for (const body of bodies) log.turn().request({ body }).reply().endTurn();
    return log;
  };

  it("that stays is no finding", () => {
    const tools = [search, rate];
    expect(codes(asked({ tools, messages: [user] }, { tools, messages: history }))).toEqual([]);
  });

  it("of a granted tool is missed wherever the grant came from", () => {
    const onTheWay = asked(
      { tools: [search, rate], messages: [user] },
      { tools: [search], messages: history },
      { tools: [search], messages: [...history, assistant({ type: "text", text: "so" }), user] },
    );
    const [finding] = findingsOf(onTheWay.run());
    expect(finding).toMatchObject({ code: "tool-definition-forgotten", severity: "error" });
    expect(finding?.message).toMatch(/^get_rate was found or granted .* tools of requests 2 and 3\.$/);
    // A conversation brought along from elsewhere.
    expect(codes(asked({ tools: [search], messages: history }))).toEqual(["tool-definition-forgotten"]);
    const searched = {
      type: "tool_search_tool_result",
      content: { type: "tool_search_tool_search_result", tool_references: [reference] },
    };
    expect(codes(asked({ tools: [search], messages: [user, assistant(searched), user] }))).toEqual([
      "tool-definition-forgotten",
    ]);
  });

  it("of a called tool is missed where it stood there before, not where the model made the tool up", () => {
    const called = [user, assistant(toolUse("a", "find_tools")), toolResults("a")];
    const [finding] = findingsOf(
      asked({ tools: [search], messages: [user] }, { tools: [], messages: called }).run(),
    );
    expect(finding).toMatchObject({ code: "tool-definition-forgotten", severity: "warning" });
    expect(codes(asked({ tools: [rate], messages: called }))).toEqual([]);
  });

  it("may stand in the history itself, or on a thread", () => {
    const inline = {
      role: "system",
      content: [{ type: "tool_addition", tool: { type: "tool_definition", definition: rate } }],
    };
    expect(codes(asked({ tools: [search], messages: [inline, ...history] }))).toEqual([]);
    const thread = { type: "continue", previous_message_id: "msg_1" };
    const first = { tools: [search, rate], messages: [user] };
    expect(codes(asked(first, { thread, messages: [found] }))).toEqual([]);
  });
});

describe("a grant in a system message", () => {
  const tools = [{ name: "walk" }, { name: "fly", defer_loading: true }];
  const grant = {
    role: "system",
    content: [{ type: "tool_addition", tool: { type: "tool_reference", name: "fly" } }],
  };
  const asked = (...histories: JsonObject[][]) => {
    const log = createEventBuilder();
    for (const messages of histories) log.turn().request({ body: { tools, messages } }).reply().endTurn();
    return log;
  };

  it("that stays is no finding, and one that is gone is named", () => {
    expect(codes(asked([user, grant], [user, grant, assistant(), user]))).toEqual([]);
    const [finding] = findingsOf(asked([user, grant], [user, assistant(), user]).run());
    expect(finding).toMatchObject({ code: "tool-grant-forgotten", requestId: "request-2" });
    expect(finding?.message).toContain("fly");
  });

  it("may go when a compaction takes the place of the history", () => {
    const compacted = assistant({ type: "compaction", content: "so far" });
    expect(codes(asked([user, grant], [compacted, user]))).toEqual([]);
  });
});
