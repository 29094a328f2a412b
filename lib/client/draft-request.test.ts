// Does the form send what it shows, and say where it is wrong?
import { describe, expect, it } from "vitest";
import { runRequestSchema } from "@/lib/protocol/run-request";
import { draftRequest, shareableRequest } from "./draft-request";
import { defaultDraft, type FixedTool, type HeaderRow, type SetupDraft } from "./setup-draft";

const row = (part: Partial<HeaderRow>): HeaderRow => ({
  id: "row",
  name: "",
  value: "",
  secret: false,
  ...part,
});
const tool = (part: Partial<FixedTool>): FixedTool => ({
  id: "tool",
  enabled: true,
  name: "look_up",
  description: "",
  schemaText: '{"type":"object"}',
  replyText: "42",
  isError: false,
  delayMs: null,
  ...part,
});

function bodyOf(change: Partial<SetupDraft>, apiKey = ""): unknown {
  const request = draftRequest({ ...defaultDraft, ...change }, apiKey);
  if (!request.ok) throw new Error(`${request.problem.field}: ${request.problem.message}`);
  return request.body;
}

function problemOf(change: Partial<SetupDraft>, apiKey = "") {
  const request = draftRequest({ ...defaultDraft, ...change }, apiKey);
  return request.ok ? null : request.problem;
}

describe("the body of a run request", () => {
  it("leaves out what stands at its default", () => {
    expect(bodyOf({ builtinTools: ["get_time"] })).toEqual({
      prompt: defaultDraft.prompt,
      model: defaultDraft.model,
      maxTokens: 4096,
      tools: ["get_time"],
      provider: { kind: "simulator" },
    });
  });

  it("carries every choice that was made", () => {
    const body = bodyOf({
      system: "Be brief.",
      toolChoice: "tool",
      toolChoiceName: "look_up",
      stream: false,
      execution: "sequential",
      fixedTools: [tool({ delayMs: 20, isError: true }), tool({ id: "off", enabled: false })],
      furtherToolsText: '[{"type":"web_search_20250305","name":"web_search"}]',
      builtinTools: [],
      defaultHeaders: [row({ name: " x-tenant ", value: "blue" }), row({ id: "blank" })],
      expectations: "x-tenant, x-trace",
      maxTurns: 3,
      paramsText: '{"temperature":0.5}',
    });
    expect(body).toMatchObject({
      system: "Be brief.",
      toolChoice: { type: "tool", name: "look_up" },
      stream: false,
      execution: "sequential",
      tools: [
        { name: "look_up", handler: { kind: "fixed", content: "42", isError: true, delayMs: 20 } },
        { type: "web_search_20250305" },
      ],
      headers: { default: [{ name: "x-tenant", value: "blue" }], perRequest: [] },
      expectations: ["x-tenant", "x-trace"],
      limits: { maxTurns: 3 },
      params: { temperature: 0.5 },
    });
    expect(runRequestSchema.safeParse(body).success).toBe(true);
  });

  it("sends a scenario to the simulator only", () => {
    expect(bodyOf({ scenario: "failing-tool" })).toMatchObject({ scenario: "failing-tool" });
    expect(bodyOf({ scenario: "failing-tool", provider: "anthropic" })).not.toHaveProperty("scenario");
  });

  it("gives a typed key to the provider that is asked, and to no other", () => {
    expect(bodyOf({ provider: "anthropic" }, "sk-test")).toMatchObject({ provider: { apiKey: "sk-test" } });
    expect(JSON.stringify(bodyOf({}, "sk-test"))).not.toContain("sk-test");
  });
});

describe("what is wrong with the form", () => {
  it.each([
    ["prompt", { prompt: "  " }],
    ["params", { paramsText: "{" }],
    ["params", { paramsText: '{"model":"x"}' }],
    ["provider.baseURL", { provider: "custom", baseURL: "not an address" }],
    ["maxTokens", { maxTokens: 0 }],
    ["limits.maxTurns", { maxTurns: 0 }],
    ["messages", { messagesText: "[]" }],
    ["furtherTools", { furtherToolsText: "{}" }],
    ["furtherTools", { furtherToolsText: '[{"name":"no schema"}]' }],
    ["fixedTools.tool.name", { fixedTools: [tool({ name: "two words" })] }],
    ["fixedTools.tool.inputSchema", { fixedTools: [tool({ schemaText: "{" })] }],
    ["headers.b.name", { defaultHeaders: [row({ id: "a" }), row({ id: "b", name: "a b", value: "1" })] }],
    ["headers.row.value", { perRequestHeaders: [row({ name: "x-a", value: "two\nlines" })] }],
  ] satisfies [string, Partial<SetupDraft>][])("is told at %s", (field, change) => {
    expect(problemOf(change)?.field).toBe(field);
  });

  it("counts fixed tools that are switched on only", () => {
    const tools = [tool({ id: "off", enabled: false, name: "??" }), tool({ id: "on", name: "??" })];
    expect(problemOf({ fixedTools: tools })?.field).toBe("fixedTools.on.name");
  });

  it("asks again for the value of a secret header that a reload forgot", () => {
    const lost = row({ name: "authorization", secret: true });
    expect(problemOf({ defaultHeaders: [lost] })).toMatchObject({
      field: "headers.row.value",
      message: expect.stringContaining("again"),
    });
  });
});

describe("a request to share", () => {
  it("holds neither keys nor secret values", () => {
    const secret = row({ name: "x-key", value: "s3cret", secret: true });
    const request = shareableRequest({ ...defaultDraft, provider: "anthropic", defaultHeaders: [secret] });
    expect(request.ok && JSON.stringify(request.body)).toContain("REPLACE-ME");
    expect(JSON.stringify(request)).not.toContain("s3cret");
  });
});
