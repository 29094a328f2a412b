// Does the API execute its own tools within a reply, and hold the caller to what it has to carry on?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, errorIn, messageFrom, type TestMessage, usualHeaders } from "../testing/ask";
import { manySearches } from "../testing/many-searches";
import { playgroundTools, unheardTools } from "../testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const webSearch = { type: "web_search_20250305", name: "web_search" };
const webFetch = { type: "web_fetch_20250910", name: "web_fetch" };
const code = { type: "code_execution_20250825", name: "code_execution" };
const regexSearch = { type: "tool_search_tool_regex_20251119", name: "tool_search_tool_regex" };
const bm25Search = { type: "tool_search_tool_bm25_20251119", name: "tool_search_tool_bm25" };
const [weather] = playgroundTools;
const deferred = unheardTools.map((tool) => ({ ...tool, defer_loading: true }));
const betas = ["inline-tools-2026-09-15", "mcp-client-2025-11-20"].join(",");
const headers = [...usualHeaders, ["anthropic-beta", betas] as const];

const says = (content: string) => ({ role: "user", content });
const replied = ({ content }: TestMessage) => ({ role: "assistant", content });
const send = (messages: readonly unknown[], tools: readonly unknown[], fields: object = {}) =>
  messageFrom(simulator, { headers, body: bodyWith({ messages, tools, ...fields }) });
const refused = async (messages: readonly unknown[], tools: readonly unknown[], fields: object = {}) =>
  errorIn(await ask(simulator, { headers, body: bodyWith({ messages, tools, ...fields }) }))?.message;
const types = ({ content }: TestMessage) => content.map(({ type }) => type);
const named = ({ content }: TestMessage, type: string) => content.find((block) => block.type === type);
const textOf = ({ content }: TestMessage) => content.map(({ text }) => text ?? "").join("\n");
const resultsFor = ({ content }: TestMessage, text = "42") => ({
  role: "user",
  content: content
    .filter(({ type }) => type === "tool_use")
    .map(({ id }) => ({ type: "tool_result", tool_use_id: id, content: text })),
});

describe("web search", () => {
  test("answers a question of fact that no other tool fits, with a citation", async () => {
    const message = await send([says("Who was Grace Hopper?")], [weather, webSearch]);
    expect(types(message)).toEqual(["text", "server_tool_use", "web_search_tool_result", "text"]);
    expect(message.content[2]).toMatchObject({ tool_use_id: message.content[1]?.id });
    expect(message.content[2]?.content).toContainEqual(
      expect.objectContaining({ type: "web_search_result", title: "Grace Hopper" }),
    );
    expect(message.content[3]?.citations).toEqual([
      expect.objectContaining({ type: "web_search_result_location", title: "Grace Hopper" }),
    ]);
    expect(message.usage.server_tool_use).toEqual({ web_search_requests: 1, web_fetch_requests: 0 });
  });

  test("leaves what a tool of the caller's own can do to that tool", async () => {
    const message = await send([says("What is the weather in Bergen?")], [weather, webSearch]);
    expect(types(message)).toEqual(["text", "tool_use"]);
  });

  test("keeps to its domains and to max_uses", async () => {
    const prompt = [says("Search the web for Ada Lovelace and search the web for Alan Turing")];
    const blocked = { ...webSearch, blocked_domains: ["encyclopedia.example"] };
    expect(textOf(await send(prompt, [blocked]))).not.toContain("mathematician");
    const once = await send(prompt, [{ ...webSearch, max_uses: 1 }]);
    expect(JSON.stringify(once.content)).toContain("max_uses_exceeded");
  });

  test("takes its own blocks back", async () => {
    const first = await send([says("Who was Marie Curie?")], [webSearch]);
    const messages = [says("Who was Marie Curie?"), replied(first), says("And who was Alan Turing?")];
    expect(textOf(await send(messages, [webSearch]))).toContain("Alan Turing");
    expect(await refused(messages, [weather])).toBe("Tool 'web_search' not found in provided tools");
  });
});

describe("a web tool of 2026", () => {
  const filtering = { type: "web_search_20260209", name: "web_search" };

  test("is called by code that keeps what matters, in a container", async () => {
    const prompt = says("Who was Grace Hopper?");
    const message = await send([prompt], [filtering]);
    const [, code, call, found, printed, told] = message.content;
    expect(types(message)).toEqual([
      "text",
      "server_tool_use",
      "server_tool_use",
      "web_search_tool_result",
      "code_execution_tool_result",
      "text",
    ]);
    expect(code).toMatchObject({ name: "code_execution", caller: { type: "direct" } });
    const caller = { type: "code_execution_20260120", tool_id: code?.id };
    expect(call).toMatchObject({ name: "web_search", caller });
    expect(found).toMatchObject({ tool_use_id: call?.id, caller });
    expect(printed).toMatchObject({
      tool_use_id: code?.id,
      content: { type: "encrypted_code_execution_result", return_code: 0 },
    });
    expect(String(told?.text)).toContain("Hopper");
    expect(message.container).toMatchObject({ id: expect.stringMatching(/^container_/) });
    expect(message.usage.server_tool_use).toEqual({ web_search_requests: 1, web_fetch_requests: 0 });

    const messages = [prompt, replied(message), says("And who was Alan Turing?")];
    const second = await send(messages, [filtering], { container: Object(message.container).id });
    expect(textOf(second)).toContain("Alan Turing");
  });

  test("is called directly where the request allows nothing else", async () => {
    const direct = { ...filtering, allowed_callers: ["direct"] };
    const message = await send([says("Who was Grace Hopper?")], [direct]);
    expect(types(message)).toEqual(["text", "server_tool_use", "web_search_tool_result", "text"]);
    expect(message.container).toBeNull();
  });
});

describe("web fetch", () => {
  test.each([
    ["https://travel.example/kyoto", {}, "1,600 Buddhist temples"],
    ["https://nowhere.example/page", {}, "url_not_accessible"],
    ["https://travel.example/kyoto", { allowed_domains: ["food.example"] }, "url_not_allowed"],
    [`https://travel.example/${"a".repeat(300)}`, {}, "url_too_long"],
  ])("of %.40s with %o brings %s", async (url, fields, told) => {
    const message = await send([says(`Read ${url} and tell me about it`)], [{ ...webFetch, ...fields }]);
    expect(types(message)).toEqual(["text", "server_tool_use", "web_fetch_tool_result", "text"]);
    expect(JSON.stringify(message.content)).toContain(told);
  });
});

describe("code execution", () => {
  test("runs sums and issues a container", async () => {
    const message = await send([says("Calculate 17 * (3 + 4) ** 2 with Python")], [weather, code]);
    expect(named(message, "bash_code_execution_tool_result")?.content).toMatchObject({
      stdout: "833\n",
      return_code: 0,
    });
    expect(textOf(message)).toContain("833");
    expect(message.container).toEqual({
      id: expect.stringMatching(/^container_/),
      expires_at: expect.stringMatching(/Z$/),
      skills: null,
    });
    const { id } = Object(message.container);
    const again = await send([says("Calculate 6 * 7 with Python")], [code], { container: id });
    expect(again.container).toMatchObject({ id });
  });

  test("creates a file and shows it in a later turn", async () => {
    const prompt = says('Create a file notes.txt with "Hello from the sandbox"');
    const first = await send([prompt], [code]);
    expect(named(first, "text_editor_code_execution_tool_result")?.content).toMatchObject({
      type: "text_editor_code_execution_create_result",
      is_file_update: false,
    });
    const messages = [prompt, replied(first), says("Show me the file notes.txt")];
    const second = await send(messages, [code], { container: Object(first.container).id });
    expect(named(second, "text_editor_code_execution_tool_result")?.content).toMatchObject({
      content: "Hello from the sandbox",
      total_lines: 1,
    });
    expect(textOf(await send([says("Show me the file other.txt")], [code]))).toContain("file_not_found");
  });

  test("says what it cannot run", async () => {
    const message = await send([says("Run this Python code: `import os; print(os.name)`")], [code]);
    expect(named(message, "bash_code_execution_tool_result")?.content).toMatchObject({ return_code: 1 });
    expect(textOf(message)).toContain("arithmetic, assignments and print() only");
  });

  test("calls the caller's tools from code, and then needs its container", async () => {
    const caller = "code_execution_20260120";
    const tools = [
      { ...weather, allowed_callers: [caller] },
      { ...code, type: caller },
    ];
    const prompt = says("What's the weather in Paris and Rome?");
    const first = await send([prompt], tools);
    expect(types(first)).toEqual(["text", "server_tool_use", "tool_use", "tool_use"]);
    const pending = first.content[1];
    expect(first.content[2]?.caller).toEqual({ type: caller, tool_id: pending?.id });
    const messages = [prompt, replied(first), resultsFor(first, "18 °C")];
    expect(await refused(messages, tools)).toBe(
      "container_id is required when there are pending tool uses generated by code execution with tools.",
    );
    const container = Object(first.container).id;
    const second = await send(messages, tools, { container });
    expect(second.content[0]).toMatchObject({
      type: "code_execution_tool_result",
      tool_use_id: pending?.id,
      content: { stdout: "18 °C\n18 °C\n" },
    });
    expect(second).toMatchObject({ stop_reason: "end_turn", container: { id: container } });
  });
});

describe("tool search", () => {
  test.each([
    ["regex", regexSearch],
    ["BM25", bm25Search],
  ])("by %s finds a deferred tool, which is then called", async (_, search) => {
    const prompt = says("Convert 100 dollars to euros");
    const tools = [weather, search, ...deferred];
    const first = await send([prompt], tools);
    expect(types(first)).toEqual(["text", "server_tool_use", "tool_search_tool_result", "text", "tool_use"]);
    expect(first.content[4]).toMatchObject({ name: "convert_currency", input: { amount: 100 } });
    const messages = [prompt, replied(first), resultsFor(first, "92 EUR")];
    expect(textOf(await send(messages, tools))).toContain("92 EUR");
    expect(await refused(messages, [weather, search])).toBe(
      "Tool reference 'convert_currency' not found in available tools",
    );
  });

  test("leaves a deferred tool unseen where there is nothing to search with", async () => {
    const message = await send([says("Convert 100 dollars to euros")], [weather, ...deferred]);
    expect(types(message)).toEqual(["text"]);
  });

  test("of the caller's own shows a tool by references in its result", async () => {
    const finder = { name: "find_tools", description: "Find tools", input_schema: { type: "object" } };
    const call = { type: "tool_use", id: "toolu_1", name: "find_tools", input: {} };
    const content = [{ type: "tool_reference", tool_name: "convert_currency" }];
    const messages = [
      says("Convert 100 dollars to euros"),
      { role: "assistant", content: [call] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "toolu_1", content }] },
    ];
    const message = await send(messages, [finder, ...deferred]);
    expect(named(message, "tool_use")).toMatchObject({ name: "convert_currency" });
  });
});

describe("tools that come and go", () => {
  const prompt = says("Convert 100 dollars to euros");
  const change = (type: string, tool: object) => ({ role: "system", content: [{ type, tool }] });
  const granted = change("tool_addition", { type: "tool_reference", name: "convert_currency" });
  const withdrawn = change("tool_removal", { type: "tool_reference", name: "convert_currency" });
  const [, definition] = unheardTools;
  const defined = change("tool_addition", { type: "tool_definition", definition });

  test.each([
    ["a deferred tool that was granted", [prompt, granted], [weather, ...deferred], true],
    ["a tool that was withdrawn", [prompt, withdrawn], [weather, ...unheardTools], false],
    ["a tool granted and withdrawn", [prompt, granted, withdrawn], [weather, ...deferred], false],
    ["a tool defined on the way", [prompt, defined], [weather], true],
  ])("%s", async (_, messages, tools, isCalled) => {
    const message = await send(messages, tools);
    expect(named(message, "tool_use")?.name).toBe(isCalled ? "convert_currency" : undefined);
  });

  test("a granted tool whose definition is gone is refused by its code", async () => {
    const response = await ask(simulator, {
      headers,
      body: bodyWith({ messages: [prompt, granted], tools: [weather] }),
    });
    expect(errorIn(response)?.details?.error_code).toBe("tool_reference_unresolved");
  });
});

test.each([
  ["no name", { input_schema: { type: "object" } }],
  ["no schema", { name: "convert" }],
  ["a schema that is none", { name: "convert", input_schema: { type: "object", properties: { a: 1 } } }],
  ["a description that is no text", { name: "convert", description: 1, input_schema: { type: "object" } }],
])("a tool defined on the way with %s breaks nothing", async (_, definition) => {
  const addition = { type: "tool_addition", tool: { type: "tool_definition", definition } };
  const messages = [says("Convert 100 dollars to euros"), { role: "system", content: [addition] }];
  const response = await ask(simulator, { headers, body: bodyWith({ messages, tools: [weather] }) });
  expect(response.status).toBeLessThan(500);
});

test("a deferred tool of an MCP server is found, run, and known ever after", async () => {
  const toolset = { type: "mcp_toolset", mcp_server_name: "team", default_config: { defer_loading: true } };
  const tools = [weather, bm25Search, toolset];
  const mcp_servers = [{ type: "url", name: "team", url: "https://mcp.example/team" }];
  const prompt = says("What are the office hours in Lisbon?");
  const first = await send([prompt], tools, { mcp_servers });
  expect(types(first)).toContain("tool_search_tool_result");
  expect(textOf(first)).toContain("9:30 to 18:30");
  const second = await send([prompt, replied(first), says("And in Kyoto?")], tools, { mcp_servers });
  expect(second.stop_reason).toBe("end_turn");
});

test("an MCP toolset brings its server's tools", async () => {
  const tools = [{ type: "mcp_toolset", mcp_server_name: "team" }];
  const mcp_servers = [{ type: "url", name: "team", url: "https://mcp.example/team" }];
  const message = await send([says("What are the office hours in Lisbon?")], tools, { mcp_servers });
  expect(types(message)).toEqual(["text", "mcp_tool_use", "mcp_tool_result", "text"]);
  expect(message.content[1]).toMatchObject({ server_name: "team", input: { office: "lisbon" } });
  expect(textOf(message)).toContain("9:30 to 18:30");
  const closed = [{ ...tools[0], default_config: { enabled: false } }];
  const without = await send([says("What are the office hours in Lisbon?")], closed, { mcp_servers });
  expect(types(without)).toEqual(["text"]);
});

test("a turn of more than ten executed calls pauses, and goes on when it is sent back as it is", async () => {
  const first = await send([says(manySearches)], [webSearch]);
  expect(first.stop_reason).toBe("pause_turn");
  const second = await send([says(manySearches), replied(first)], [webSearch]);
  expect(second.stop_reason).toBe("end_turn");
  expect(types(second).filter((type) => type === "server_tool_use")).toHaveLength(2);
  expect(textOf(second)).toContain("64 squares");
  expect(await refused([says(manySearches), replied(first)], [weather])).toMatch(/web_search/);
});
