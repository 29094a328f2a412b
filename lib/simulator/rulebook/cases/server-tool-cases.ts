// Which requests just break, and just keep, the rules about server tools and tools that come and go?

import { type Asked, bodyWith } from "../../testing/ask";
import {
  answered,
  betas,
  call,
  type RuleCase,
  result,
  schemaTool,
  searchCall,
  searchResult,
  searchTool,
  tools,
  user,
  withBody,
  withTools,
} from "./rule-case";

const talk = (own: readonly unknown[], ...messages: unknown[]) => withBody({ tools: own, messages });
const said = (...content: unknown[]) => ({ role: "assistant", content });
const found = (name: string) => [
  ...answered("toolu_1").slice(0, 2),
  { role: "user", content: [result("toolu_1", { content: [{ type: "tool_reference", tool_name: name }] })] },
];
const changing = (tool: object, kind = "tool_addition"): Asked => ({
  headers: betas("inline-tools-2026-09-15"),
  body: bodyWith({
    tools: [searchTool, schemaTool({})],
    messages: [user, { role: "system", content: [{ type: kind, tool }] }],
  }),
});
const definition = (fields: object) => ({ type: "tool_definition", definition: fields });

export const serverToolCases: readonly RuleCase[] = [
  {
    rule: 44,
    when: "a found tool that is gone",
    breaks: talk(tools, ...found("gone")),
    keeps: talk([...tools, { ...schemaTool({}, "gone"), defer_loading: true }], ...found("gone")),
    message: "Tool reference 'gone' not found in available tools",
  },
  {
    rule: 46,
    when: "a server tool of the history that is gone",
    breaks: talk(tools, user, said(searchCall("srvtoolu_1"), searchResult("srvtoolu_1")), user),
    keeps: talk([searchTool], user, said(searchCall("srvtoolu_1"), searchResult("srvtoolu_1")), user),
    message: "Tool 'web_search' not found in provided tools",
  },
  {
    rule: 61,
    when: "a tool_result for a server tool",
    breaks: talk([searchTool], user, said(searchCall("srvtoolu_1"), searchResult("srvtoolu_1")), {
      role: "user",
      content: [result("srvtoolu_1")],
    }),
    keeps: talk([searchTool], user, said(searchCall("srvtoolu_1"), searchResult("srvtoolu_1")), user),
    message:
      /^messages\.2\.content\.0: unexpected `tool_use_id` found in `tool_result` blocks: srvtoolu_1\. /,
  },
  {
    rule: 62,
    when: "a server tool's result without its call",
    breaks: talk([searchTool], user, said(searchResult("srvtoolu_1"), { type: "text", text: "Hi" }), user),
    keeps: talk([searchTool], user, said(searchCall("srvtoolu_1"), searchResult("srvtoolu_1")), user),
    message:
      "messages.1.content.0: unexpected `tool_use_id` found in `web_search_tool_result` blocks: srvtoolu_1. Each `web_search_tool_result` block must have a corresponding `server_tool_use` block before it.",
  },
  {
    rule: 63,
    when: "a paused turn with words of the user behind it",
    breaks: talk([searchTool], user, said(searchCall("srvtoolu_1")), user),
    keeps: talk([searchTool, ...tools], user, said(searchCall("srvtoolu_1"), call("toolu_1")), {
      role: "user",
      content: [result("toolu_1")],
    }),
    message:
      "`web_search` tool use with id `srvtoolu_1` was found without a corresponding `web_search_tool_result` block",
  },
  {
    rule: 64,
    when: "a paused turn without its tool",
    breaks: talk(tools, user, said(searchCall("srvtoolu_1"))),
    keeps: talk([searchTool], user, said(searchCall("srvtoolu_1"))),
    message:
      "`web_search` tool use with id `srvtoolu_1` was found without a corresponding `web_search_tool_result` block but no `web_search` tool was provided",
  },
  {
    rule: 69,
    when: "a change of an undeclared tool",
    breaks: changing({ type: "tool_reference", name: "nothing" }, "tool_removal"),
    keeps: changing({ type: "tool_reference", name: "a_tool" }, "tool_removal"),
    message: /^messages\.1\.content\.0\.tool_removal\.tool: /,
    errorCode: "tool_reference_unresolved",
  },
  {
    rule: 69,
    when: "a granted tool with the name of another type",
    breaks: changing(definition(schemaTool({}, "web_search"))),
    keeps: changing(definition(schemaTool({}, "granted"))),
    message: /already that of a tool of type 'web_search_20250305'$/,
    errorCode: "tool_name_conflict",
  },
  {
    rule: 69,
    when: "10,001 tools",
    breaks: withBody({ tools: Array.from({ length: 10_001 }, (_, at) => schemaTool({}, `t${at}`)) }),
    keeps: withBody({ tools: Array.from({ length: 10_000 }, (_, at) => schemaTool({}, `t${at}`)) }),
    message: /^tools: At most 10000 tools/,
    errorCode: "available_tools_limit_exceeded",
  },
  {
    rule: 69,
    when: "tools of more than 4 MB",
    breaks: withTools({ ...schemaTool({}), description: "x".repeat(4 * 1024 * 1024) }),
    keeps: withTools({ ...schemaTool({}), description: "x".repeat(3 * 1024 * 1024) }),
    message: /^tools: All available tools together may have 4194304 bytes, not \d+$/,
    errorCode: "available_tools_limit_exceeded",
  },
];
