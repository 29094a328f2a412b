// Do the tools, the choice among them and the history fit together?

import { isToolResult, isToolUse } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { placedBlocks, type RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const toolRules: readonly Rule<RequestFacts>[] = [
  {
    number: 35,
    precondition: "two tools of one name",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const names = toolNames(request);
      return new Set(names).size < names.length
        ? { path: "tools", wording: "Tool names must be unique." }
        : undefined;
    },
  },
  {
    number: 43,
    precondition: "every tool deferred",
    status: 400,
    evidenced: true,
    violation: ({ request: { tools = [] } }) =>
      tools.length > 0 && tools.every((tool) => tool.defer_loading === true)
        ? { wording: "At least one tool must have defer_loading=false. All tools cannot be deferred." }
        : undefined,
  },
  {
    number: 45,
    precondition: "a deferred tool with a cache breakpoint",
    status: 400,
    evidenced: true,
    violation: ({ request: { tools = [] } }) => {
      const both = tools.find((tool) => tool.defer_loading === true && (tool.cache_control ?? null) !== null);
      if (both === undefined) return undefined;
      const wording = `Tool '${both.name}' cannot have both defer_loading=true and cache_control set. Tools with defer_loading cannot use prompt caching.`;
      return { wording };
    },
  },
  {
    number: 47,
    precondition: "tool_choice without tools",
    status: 400,
    evidenced: true,
    violation: ({ request: { tools = [], tool_choice: choice } }) =>
      choice !== undefined && choice.type !== "none" && tools.length === 0
        ? { wording: "tool_choice may only be specified while providing tools." }
        : undefined,
  },
  {
    number: 46,
    precondition: "tool_choice names a tool that is not among the tools",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const name = request.tool_choice?.type === "tool" ? request.tool_choice.name : undefined;
      if (name === undefined || toolNames(request).includes(name)) return undefined;
      return { wording: `Tool '${name}' not found in provided tools` };
    },
  },
  {
    number: 48,
    precondition: "tool calls in the history, and no tools",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages, tools = [] } }) =>
      tools.length === 0 &&
      placedBlocks(messages).some(({ block }) => isToolUse(block) || isToolResult(block))
        ? { wording: "Requests which include `tool_use` or `tool_result` blocks must define tools." }
        : undefined,
  },
];

export function toolNames({ tools = [] }: MessagesRequest): readonly string[] {
  return tools.flatMap((tool) => (tool.name === undefined ? [] : [tool.name]));
}
