// Which requests just break, and just keep, the rules about callers, toolsets, MCP servers and web tools?

import {
  call,
  container,
  type RuleCase,
  result,
  schemaTool,
  user,
  withBetas,
  withBody,
  withTools,
} from "./rule-case";

const byCode = ["code_execution_20260120"];
const codeTool = { ...schemaTool({}, "get_weather"), allowed_callers: byCode };
const codeAndDirect = { ...codeTool, allowed_callers: ["direct", ...byCode] };
const choice = { type: "tool", name: "get_weather" };
const computer = { type: "computer_toolset_20260801" };
const withComputer = (model: string) =>
  withBetas(["computer-use-2025-11-24"], {
    model,
    tools: [{ type: "computer_20251124", name: "computer", display_width_px: 800, display_height_px: 600 }],
  });
const mcp = (name: string) => ({ type: "mcp_toolset", mcp_server_name: name });
const withServers = (fields: Record<string, unknown>) => withBetas(["mcp-client-2025-11-20"], fields);
const server = (name: string, url = "https://example.com/mcp") => ({ type: "url", name, url });
const search = (fields: object) => ({ type: "web_search_20260209", name: "web_search", ...fields });
const codeCall = {
  ...call("toolu_1"),
  caller: { type: "code_execution_20260120", tool_id: "srvtoolu_1" },
};
const sandbox = { type: "code_execution_20260120", name: "code_execution" };
const answeringCode = (...blocks: unknown[]) =>
  withBody({
    container,
    tools: [codeTool, sandbox],
    messages: [
      user,
      {
        role: "assistant",
        content: [{ type: "server_tool_use", id: "srvtoolu_1", name: "code_execution", input: {} }, codeCall],
      },
      { role: "user", content: blocks },
    ],
  });

export const providedToolCases: readonly RuleCase[] = [
  {
    rule: 51,
    when: "a forced tool that only code may call",
    breaks: withBody({ tools: [codeTool], tool_choice: choice }),
    keeps: withBody({ tools: [codeAndDirect], tool_choice: choice }),
    message: /^tool_choice: Tool 'get_weather' cannot be forced/,
  },
  {
    rule: 52,
    when: "no parallel calls with a tool that code may call",
    breaks: withBody({ tools: [codeTool], tool_choice: { type: "auto", disable_parallel_tool_use: true } }),
    keeps: withBody({ tools: [codeTool], tool_choice: { type: "auto", disable_parallel_tool_use: false } }),
    message: /^tool_choice: disable_parallel_tool_use/,
  },
  {
    rule: 52,
    when: "a strict tool that code may call",
    breaks: withTools({ ...codeTool, ...schemaTool({ additionalProperties: false }), strict: true }),
    keeps: withTools({ ...codeTool, strict: false }),
    message: /^tools\.0\.custom\.strict: /,
  },
  {
    rule: 67,
    when: "text beside the answer to a call made by code",
    breaks: answeringCode(result("toolu_1"), { type: "text", text: "There." }),
    keeps: answeringCode(result("toolu_1")),
    message: /^messages\.2\.content\.1: only tool_result blocks are allowed/,
  },
  {
    rule: 67,
    when: "an image as answer to a call made by code",
    breaks: answeringCode(
      result("toolu_1", {
        content: [{ type: "image", source: { type: "url", url: "https://example.com/a.png" } }],
      }),
    ),
    keeps: answeringCode(result("toolu_1", { content: [{ type: "text", text: "18" }] })),
    message: /^messages\.2\.content\.0\.tool_result\.content: /,
  },
  {
    rule: 53,
    when: "a strict toolset",
    breaks: withTools({ ...computer, strict: true }),
    keeps: withTools(computer),
    message: "tools.0.computer_toolset_20260801.strict: Extra inputs are not permitted",
  },
  ...["input_examples", "defer_loading"].map(
    (field): RuleCase => ({
      rule: 53,
      when: `a toolset with ${field} of its own`,
      breaks: withTools(codeTool, { ...computer, [field]: field === "defer_loading" ? true : [{}] }),
      keeps: withTools(codeTool, { ...computer, [field]: null }),
      message: `tools.1.computer_toolset_20260801.${field}: Extra inputs are not permitted`,
    }),
  ),
  {
    rule: 53,
    when: "a toolset that code may call",
    breaks: withTools({ ...computer, allowed_callers: byCode }),
    keeps: withTools({ ...computer, allowed_callers: ["direct"] }),
    message: /^tools\.0\.computer_toolset_20260801\.allowed_callers: /,
  },
  {
    rule: 53,
    when: "two toolsets of one kind",
    breaks: withTools(computer, computer),
    keeps: withTools(computer, { type: "browser_toolset_20260801" }),
    message: "tools: only one toolset of each kind may be provided",
  },
  {
    rule: 53,
    when: "a toolset deferred in part",
    breaks: withTools({ ...computer, configs: { click: { defer_loading: true }, type: {} } }),
    keeps: withTools({ ...computer, configs: { click: {}, type: {} } }),
    message: /^tools\.0\.computer_toolset_20260801\.configs: /,
  },
  {
    rule: 53,
    when: "a custom tool named like the toolset beside it",
    breaks: withTools(computer, schemaTool({}, "computer")),
    keeps: withTools(computer, schemaTool({}, "browser")),
    message: /^tools: Tool name 'computer' is reserved/,
  },
  {
    rule: null,
    when: "the older computer tool on a model that has only the toolset",
    breaks: withComputer("claude-opus-5-5"),
    keeps: withComputer("claude-opus-5"),
    message: /^tools\.0: 'claude-opus-5-5' does not support tool types: computer_20251124/,
  },
  {
    rule: 54,
    when: "an MCP server that no toolset uses",
    breaks: withServers({ mcp_servers: [server("a"), server("b")], tools: [mcp("a")] }),
    keeps: withServers({ mcp_servers: [server("a"), server("b")], tools: [mcp("a"), mcp("b")] }),
    message: /^mcp_servers\.1: MCP server 'b' must be used by exactly one mcp_toolset, not 0$/,
  },
  {
    rule: 54,
    when: "a toolset without its MCP server",
    breaks: withServers({ mcp_servers: [server("a")], tools: [mcp("a"), mcp("b")] }),
    keeps: withServers({ mcp_servers: [server("a")], tools: [mcp("a")] }),
    message: /^tools: mcp_toolset names the MCP server 'b'/,
  },
  {
    rule: 54,
    when: "an MCP server over http",
    breaks: withServers({ mcp_servers: [server("a", "http://example.com/mcp")], tools: [mcp("a")] }),
    keeps: withServers({ mcp_servers: [server("a")], tools: [mcp("a")] }),
    message: "mcp_servers.0.url: URL must start with 'https://'",
  },
  {
    rule: 55,
    when: "allowed and blocked domains at once",
    breaks: withTools(search({ allowed_domains: ["a.com"], blocked_domains: ["b.com"] })),
    keeps: withTools(search({ allowed_domains: ["a.com"], blocked_domains: null })),
    message: /^tools\.0\.web_search_20260209: only one of allowed_domains and blocked_domains/,
  },
  {
    rule: 55,
    when: "a filtering web tool on a model whose code cannot call tools",
    breaks: withBody({ model: "claude-haiku-4-5", tools: [search({})] }),
    keeps: withBody({ model: "claude-haiku-4-5", tools: [search({ allowed_callers: ["direct"] })] }),
    message: /^tools\.0\.web_search_20260209: programmatic tool calling is not supported on claude-haiku-4-5/,
  },
];
