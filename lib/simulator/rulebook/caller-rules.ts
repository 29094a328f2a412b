// Who may call which tool, and how is a call answered that code has made?

import { type ContentBlock, isToolResult, isToolUse } from "../api/content-block";
import type { MessagesRequest, ToolDefinition } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import { placeOfBlock, type RequestFacts, roleGroups } from "./request-facts";
import type { Rule } from "./rule";

export const callerToolRules: readonly Rule<RequestFacts>[] = [
  {
    number: 51,
    precondition: "tool_choice forces a tool that only code may call",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [], tool_choice: choice } }) => {
      const forced = choice?.type === "tool" ? tools.find((tool) => tool.name === choice.name) : undefined;
      if (forced === undefined || callersOf(forced).includes("direct")) return undefined;
      const wording = `Tool '${forced.name}' cannot be forced because its allowed_callers does not include 'direct'`;
      return { path: "tool_choice", wording };
    },
  },
  {
    number: 52,
    precondition: "disable_parallel_tool_use with a tool that code may call",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [], tool_choice: choice } }) =>
      choice?.disable_parallel_tool_use === true && tools.some(isCalledByCode)
        ? {
            path: "tool_choice",
            wording: "disable_parallel_tool_use is not supported with programmatic tool calling",
          }
        : undefined,
  },
  {
    number: 52,
    precondition: "strict on a tool that code may call",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [] } }) => {
      const index = tools.findIndex((tool) => tool.strict === true && isCalledByCode(tool));
      return index === -1
        ? undefined
        : {
            path: `tools.${index}.custom.strict`,
            wording: "strict is not supported with programmatic tool calling",
          };
    },
  },
];

export const callerAnswerRules: readonly Rule<RequestFacts>[] = [
  {
    number: 67,
    precondition: "a call that code has made is answered with more than tool results, or not with text",
    status: 400,
    evidenced: false,
    violation: ({ request }) => foreignAnswer(request),
  },
];

function foreignAnswer({ messages }: MessagesRequest) {
  const groups = roleGroups(messages);
  for (const [position, group] of groups.entries()) {
    const byCode = new Set(
      group.blocks
        .filter(({ block }) => isToolUse(block) && isFromCode(callerOf(block)))
        .map(({ block }) => block.id),
    );
    const answers = byCode.size === 0 ? [] : (groups[position + 1]?.blocks ?? []);
    const other = answers.find(({ block }) => !isToolResult(block));
    if (other !== undefined) {
      const wording =
        "only tool_result blocks are allowed when responding to tool calls made by code execution";
      return { path: placeOfBlock(other), wording };
    }
    const rich = answers.find(
      ({ block }) =>
        isToolResult(block) &&
        byCode.has(block.tool_use_id) &&
        typeof block.content !== "string" &&
        (block.content ?? []).some(({ type }) => type !== "text"),
    );
    if (rich !== undefined) {
      const wording = "the result of a tool call made by code execution may hold text only";
      return { path: `${placeOfBlock(rich)}.tool_result.content`, wording };
    }
  }
  return undefined;
}

function callerOf(block: ContentBlock): unknown {
  return block.caller;
}

function isFromCode(caller: unknown): boolean {
  return isJsonObject(caller) && typeof caller.type === "string" && caller.type.startsWith("code_execution");
}

export function callersOf({ allowed_callers: callers }: ToolDefinition): readonly unknown[] {
  return Array.isArray(callers) ? callers : ["direct"];
}

function isCalledByCode(tool: ToolDefinition): boolean {
  return callersOf(tool).some((caller) => caller !== "direct");
}
