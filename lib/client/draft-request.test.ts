// Does the form send what it shows, and say where it is wrong?
import { describe, expect, it } from "vitest";
import type { BuiltinToolName } from "@/lib/protocol/builtin-tool-names";
import { runRequestSchema } from "@/lib/protocol/run-request";
import { newTool } from "@/lib/tool-design/new-tool";
import type { OwnItem, ToolItem } from "@/lib/tool-design/tool-item";
import { draftRequest, shareableRequest } from "./draft-request";
import type { HookRow } from "./hook-row";
import { defaultDraft, type HeaderRow, type SetupDraft } from "./setup-draft";

const row = (part: Partial<HeaderRow>): HeaderRow => ({
  id: "row",
  name: "",
  value: "",
  secret: false,
  ...part,
});
const tool = (part: Partial<OwnItem>): OwnItem => ({
  ...newTool("tool", [], "fixed"),
  name: "look_up",
  schemaText: '{"type":"object"}',
  handlers: { fixed: { content: { form: "text", text: "42" } } },
  ...part,
});
const builtin = (name: BuiltinToolName): ToolItem => ({ id: name, enabled: true, kind: "builtin", name });
const server = (definitionText: string): ToolItem => ({
  id: "server",
  enabled: true,
  kind: "server",
  definitionText,
});

const hooked = (part: Partial<HookRow>): Partial<SetupDraft> => ({
  engine: "tool-runner",
  hooks: [{ id: "h", kind: "edit-params", afterTurn: 1, tool: "", jsonText: "{}", ...part }],
});

type Change = Partial<SetupDraft> & { readonly tools?: readonly ToolItem[] };

function bodyOf({ tools = [], ...change }: Change, apiKey = ""): unknown {
  const request = draftRequest({ ...defaultDraft, ...change }, tools, apiKey);
  if (!request.ok) throw new Error(`${request.problem.field}: ${request.problem.message}`);
  return request.body;
}

function problemOf({ tools = [], ...change }: Change, apiKey = "") {
  const request = draftRequest({ ...defaultDraft, ...change }, tools, apiKey);
  return request.ok ? null : request.problem;
}

describe("the body of a run request", () => {
  it("leaves out what stands at its default", () => {
    expect(bodyOf({ tools: [builtin("get_time")] })).toEqual({
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
      tools: [
        tool({ handlers: { fixed: { content: { form: "text", text: "42" }, delayMs: 20, isError: true } } }),
        tool({ id: "off", enabled: false }),
        server('{"type":"web_search_20250305","name":"web_search"}'),
      ],
      defaultHeaders: [row({ name: "x-tenant", value: "blue" }), row({ id: "blank" })],
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

  it("carries the engine with what may be asked of it, its hooks in order", () => {
    const hook = { afterTurn: null, tool: "", jsonText: "" };
    const body = bodyOf({
      engine: "tool-runner",
      sdkVersion: "1.0.0",
      thread: "off",
      eager: true,
      maxIterations: 4,
      mishaps: ["forget-container"],
      hooks: [
        { ...hook, id: "h2", kind: "append-messages", afterTurn: 2, jsonText: '[{"role":"user"}]' },
        { ...hook, id: "h1", kind: "edit-params", jsonText: '{"max_tokens":9}', tool: "left_over" },
        { ...hook, id: "h3", kind: "stop-on-tool-error", afterTurn: 9, tool: "wait" },
      ],
    });
    expect(body).toMatchObject({
      engine: {
        kind: "tool-runner",
        sdkVersion: "1.0.0",
        thread: false,
        eager: true,
        maxIterations: 4,
        hooks: [
          { kind: "append-messages", afterTurn: 2, messages: [{ role: "user" }] },
          { kind: "edit-params", params: { max_tokens: 9 } },
          { kind: "stop-on-tool-error", tool: "wait" },
        ],
      },
    });
    expect(body).not.toHaveProperty("mishaps");
    expect(bodyOf({ engine: "ai-sdk", sdkVersion: "1.0.0" })).toMatchObject({ engine: { kind: "ai-sdk" } });
  });

  it("carries mishaps and the gateway", () => {
    const body = bodyOf({ mishaps: ["forget-container", "strip-thinking"], gateway: true });
    expect(body).toMatchObject({
      mishaps: ["forget-container", "strip-thinking"],
      provider: { kind: "simulator", gateway: true },
    });
    expect(body).not.toHaveProperty("engine");
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
    ["tools.server.definition", { tools: [server("[]")] }],
    ["tools.server.name", { tools: [server('{"no":"type"}')] }],
    ["tools.tool.name", { tools: [builtin("wait"), tool({ name: "two words" })] }],
    ["tools.tool.inputSchema", { tools: [tool({ schemaText: "{" })] }],
    ["tools.tool.inputExamples", { tools: [tool({ examplesText: "{}" })] }],
    [
      "tools.tool.handler.source",
      { tools: [tool({ handlerKind: "javascript", handlers: { javascript: { source: "" } } })] },
    ],
    [
      "tools.tool.handler.content",
      { tools: [tool({ handlers: { fixed: { content: { form: "blocks", text: "{" } } } })] },
    ],
    ["engine.maxIterations", { engine: "tool-runner", maxIterations: 0 }],
    ["engine.sdkVersion", { sdkVersion: "newest" }],
    ["hooks.h.params", hooked({ kind: "edit-params", jsonText: "{" })],
    ["hooks.h.messages", hooked({ kind: "append-messages", jsonText: "[]" })],
    ["hooks.h.fields", hooked({ kind: "edit-tool-result", jsonText: "3" })],
    ["hooks.h.afterTurn", hooked({ kind: "compact", afterTurn: null })],
    ["hooks.h.afterTurn", hooked({ kind: "compact", afterTurn: 0 })],
    ["headers.row.name", { defaultHeaders: [row({ name: " x-a", value: "1" })] }],
    ["headers.b.name", { defaultHeaders: [row({ id: "a" }), row({ id: "b", name: "a b", value: "1" })] }],
    ["headers.row.value", { perRequestHeaders: [row({ name: "x-a", value: "two\nlines" })] }],
  ] satisfies [string, Change][])("is told at %s", (field, change) => {
    expect(problemOf(change)?.field).toBe(field);
  });

  it("counts tools that are switched on only", () => {
    const tools = [tool({ id: "off", enabled: false, name: "??" }), tool({ id: "on", name: "??" })];
    expect(problemOf({ tools })?.field).toBe("tools.on.name");
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
    const request = shareableRequest({ ...defaultDraft, provider: "anthropic", defaultHeaders: [secret] }, [
      tool({ handlerKind: "http", handlers: { http: { url: "https://x.example", headers: [secret] } } }),
    ]);
    expect(request.ok && JSON.stringify(request.body)).toContain("REPLACE-ME");
    expect(JSON.stringify(request)).not.toContain("s3cret");
  });
});
