import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunConfig } from "@/lib/protocol/run-config";
import { stoppedText } from "@/lib/protocol/stopped-text";
import { findingsOf } from "../findings";
import { createEventBuilder, toolResults, toolUse } from "../testing/event-builder";

const weather = {
  name: "get_weather",
  input_schema: {
    type: "object",
    properties: { location: { type: "string" }, unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
    required: ["location"],
    additionalProperties: false,
  },
};

const codes = (log: ReturnType<typeof createEventBuilder>) =>
  findingsOf(log.run()).map((finding) => finding.code);

function failedCall(input: JsonObject) {
  const log = createEventBuilder()
    .turn()
    .request({ body: { messages: [], tools: [weather] } });
  log.reply({ stopReason: "tool_use", content: [toolUse("a", "get_weather", input)] });
  return log.batch().call("a", "get_weather", input).endCall("a", { content: "no", isError: true });
}

describe("a call that failed", () => {
  it.each([
    [{}, "`location` is required and missing"],
    [{ location: 7 }, "`location` is integer, where the schema wants string"],
    [{ location: "Paris", unit: "kelvin" }, "`unit` is none of the values the schema allows"],
    [{ location: "Paris", when: "now" }, "`when` is not a field of the schema"],
  ])("for its input %j says which field is wrong", (input, problem) => {
    const [finding] = findingsOf(failedCall(input).run());
    expect(finding).toMatchObject({ code: "tool-input-invalid", toolCallId: "a" });
    expect(finding?.message).toContain(problem);
  });

  it("with a good input is the tool's own failure, told in its words", () => {
    const [finding] = findingsOf(failedCall({ location: "Paris" }).run());
    expect(finding).toMatchObject({ code: "tool-failed", severity: "warning", turnId: "turn-1" });
    expect(finding?.message).toBe("get_weather answered with an error: no");
  });

  it("for want of a handler is the run's failure", () => {
    const log = createEventBuilder().turn().request().reply({ stopReason: "tool_use" }).batch();
    log.emit({
      type: "tool-call-start",
      toolCallId: "a",
      batchId: "batch-1",
      name: "launch",
      input: {},
      handler: "none",
    });
    log.endCall("a", { isError: true });
    expect(findingsOf(log.run())[0]).toMatchObject({ code: "tool-not-found", severity: "error" });
  });
});

function answered(...messages: JsonObject[]) {
  const asked = { role: "assistant", content: [toolUse("a"), toolUse("b")] };
  const log = createEventBuilder().turn().request();
  log.reply({ stopReason: "tool_use", content: asked.content }).endTurn();
  return log.turn().request({ body: { messages: [{ role: "user", content: "hi" }, asked, ...messages] } });
}

describe("the results of a reply", () => {
  it("are no finding in one message, in order, before any text", () => {
    const { content } = toolResults("a", "b");
    const blocks = Array.isArray(content) ? content : [];
    expect(codes(answered({ role: "user", content: [...blocks, { type: "text", text: "go on" }] }))).toEqual(
      [],
    );
  });

  it("are missing where a call has none", () => {
    const [finding] = findingsOf(answered(toolResults("a")).run());
    expect(finding).toMatchObject({ code: "results-missing", requestId: "request-2" });
    expect(finding?.message).toContain("1 of 2");
  });

  it("are split where they come in two messages", () => {
    expect(codes(answered(toolResults("a"), toolResults("b")))).toEqual(["results-split"]);
  });

  it("are out of order behind text, and, less gravely, against the order of the calls", () => {
    const text = { type: "text", text: "here" };
    const { content } = toolResults("a", "b");
    const blocks = Array.isArray(content) ? content : [];
    const behindText = findingsOf(answered({ role: "user", content: [text, ...blocks] }).run());
    expect(behindText[0]).toMatchObject({ code: "results-out-of-order", severity: "error" });
    const reversed = findingsOf(answered(toolResults("b", "a")).run());
    expect(reversed[0]).toMatchObject({ code: "results-out-of-order", severity: "info" });
  });

  it("are found in a request that carries only what is new", () => {
    const log = createEventBuilder().turn().request();
    log.reply({ stopReason: "tool_use", content: [toolUse("a")] }).endTurn();
    expect(codes(log.turn().request({ body: { messages: [toolResults("a")] } }))).toEqual([]);
  });
});

describe("calls one after another", () => {
  it("cost time inside a batch", () => {
    const log = createEventBuilder({ execution: "sequential" }).turn().request();
    log.reply({ stopReason: "tool_use", content: [] }).batch();
    log.call("a").at(300).endCall("a").call("b").at(500).endCall("b");
    const [finding] = findingsOf(log.run());
    expect(finding?.code).toBe("sequential-calls");
    expect(finding?.fix).toContain("saves about 200 ms");
  });

  it("are no finding where they overlapped", () => {
    const log = createEventBuilder().turn().request().reply({ stopReason: "tool_use" }).batch();
    expect(codes(log.call("a").at(5).call("b").at(300).endCall("a").endCall("b"))).toEqual([]);
  });

  const oneByOne = (prompt: string, config: Partial<RunConfig> = {}, isError = false) => {
    const log = createEventBuilder({ prompt, ...config });
    for (const [index, city] of ["Paris", "Rome"].entries()) {
      const id = `call-${index}`;
      log.turn().request().reply({ stopReason: "tool_use", content: [] }).batch();
      log.call(id, "get_weather", { location: city });
      log
        .at((index + 1) * 400)
        .endCall(id, { content: `${city} is warm. Also try Rome.`, isError })
        .endBatch()
        .endTurn();
    }
    return log;
  };

  it("are a missed chance across turns where the prompt already said everything", () => {
    const [finding] = findingsOf(oneByOne("Weather in Paris and Rome?").run());
    expect(finding).toMatchObject({ code: "sequential-calls", severity: "info", turnId: "turn-1" });
    expect(finding?.fix).toContain("saves about 400 ms");
    expect(finding?.systemPrompt).toContain("invoke all relevant tools simultaneously");
  });

  it("are the doing of disable_parallel_tool_use where it was sent: no sentence mends that", () => {
    const toolChoice = { type: "auto", disable_parallel_tool_use: true };
    const [finding] = findingsOf(oneByOne("Weather in Paris and Rome?", { toolChoice }).run());
    expect(finding?.fix).toContain("disable_parallel_tool_use off");
    expect(finding).not.toHaveProperty("systemPrompt");
  });

  it("are no finding where the call before failed: the later one is its repair", () => {
    const log = oneByOne("Weather in Paris and Rome?", {}, true);
    expect(codes(log)).not.toContain("sequential-calls");
  });

  it("are no finding across turns where the later input came out of the earlier result", () => {
    expect(codes(oneByOne("Weather in Paris and in whatever city it names"))).toEqual([]);
  });
});

describe("a call that was stopped with its run", () => {
  it("has not failed", () => {
    const log = createEventBuilder().turn().request().reply({ stopReason: "tool_use" }).batch();
    expect(codes(log.call("a").endCall("a", { content: stoppedText, isError: true }))).toEqual([]);
  });
});

describe("a request that was repeated", () => {
  it("is told with its causes", () => {
    const log = createEventBuilder().turn().request().responseStart(529);
    log.responseEnd({ body: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } });
    const [finding] = findingsOf(log.at(700).request({ attempt: 2 }).reply().run());
    expect(finding).toMatchObject({ code: "request-retried", severity: "info", requestId: "request-1" });
    expect(finding?.message).toContain("2 requests: 529 (overloaded_error: Overloaded)");
    expect(finding?.message).toContain("answered after 700 ms");
  });
});

describe("a call that was cut", () => {
  it("by max_tokens is named and comes before milder findings", () => {
    const log = createEventBuilder().turn().request();
    log.reply({ stopReason: "max_tokens", content: [toolUse("a")] });
    const findings = findingsOf(log.request({ attempt: 2 }).reply().run());
    expect(findings.map((finding) => finding.code)).toEqual(["cut-tool-call", "request-retried"]);
    expect(findings[0]?.fix).toContain("maxTokens");
  });

  it("with its stream is named, and a finished block is not", () => {
    const open = { type: "content_block_start", index: 0, content_block: toolUse("a") };
    const start = { type: "message_start", message: { type: "message", content: [] } };
    const stop = { type: "content_block_stop", index: 0 };
    const cut = () => createEventBuilder().turn().request().responseStart().chunk(start, open);
    expect(codes(cut().responseEnd())).toEqual(["cut-tool-call"]);
    expect(codes(cut().chunk(stop).responseEnd())).toEqual([]);
  });
});
