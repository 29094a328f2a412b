// Do the calls of tools that the API itself executes go with their results and with the tools provided?

import { type ContentBlock, isServerToolResult, isToolResult, isToolUse } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { type PlacedBlock, placedBlocks, placeOfBlock, type RequestFacts } from "./request-facts";
import type { Rule } from "./rule";
import { addedDefinitions } from "./tool-changes";

export const serverToolRules: readonly Rule<RequestFacts>[] = [
  {
    number: 62,
    precondition: "the result of a server tool without its call before it",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      const called = new Set<unknown>();
      for (const placed of placedBlocks(messages)) {
        const { type, id, tool_use_id: answers } = placed.block;
        if (isServerCall(placed.block)) called.add(id);
        if (!isServerToolResult(placed.block) || called.has(answers)) continue;
        const call = type === "mcp_tool_result" ? "mcp_tool_use" : "server_tool_use";
        const wording = `unexpected \`tool_use_id\` found in \`${type}\` blocks: ${answers}. Each \`${type}\` block must have a corresponding \`${call}\` block before it.`;
        return { path: placeOfBlock(placed), wording };
      }
      return undefined;
    },
  },
  {
    number: 63,
    precondition: "the call of a server tool without its result, and the conversation has gone on",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const lost = unansweredServerCalls(request).find((placed) => !isPending(request, placed));
      return lost === undefined ? undefined : { wording: withoutResult(lost.block) };
    },
  },
  {
    number: 64,
    precondition: "a paused turn goes on without the tool it paused in",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const lost = unansweredServerCalls(request).find(({ block }) => !isProvided(request, block));
      return lost === undefined
        ? undefined
        : { wording: `${withoutResult(lost.block)} but no \`${String(lost.block.name)}\` tool was provided` };
    },
  },
  {
    number: 46,
    precondition: "the history holds calls of a server tool that is not among the tools",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const lost = placedBlocks(request.messages).find(
        ({ block }) => block.type === "server_tool_use" && !isProvided(request, block),
      );
      return lost === undefined
        ? undefined
        : { wording: `Tool '${String(lost.block.name)}' not found in provided tools` };
    },
  },
];

/** Calls that no later block answers. */
function unansweredServerCalls({ messages }: MessagesRequest): readonly PlacedBlock[] {
  const blocks = placedBlocks(messages);
  const answered = new Set(
    blocks.filter(({ block }) => isServerToolResult(block)).map(({ block }) => block.tool_use_id),
  );
  return blocks.filter(({ block }) => isServerCall(block) && !answered.has(block.id));
}

/** A call may stay open while all that has come after it are results of the caller's own tools, and calls of them. */
function isPending({ messages }: MessagesRequest, call: PlacedBlock): boolean {
  return messages
    .slice(call.message + 1)
    .every((message) => message.role !== "user" || blocksOf(message).every(isToolResult));
}

function isServerCall(block: ContentBlock): boolean {
  return !isToolUse(block) && (block.type === "server_tool_use" || block.type === "mcp_tool_use");
}

function withoutResult({ type, name, id }: ContentBlock): string {
  const tool = String(name);
  const result = type === "mcp_tool_use" ? "mcp_tool_result" : `${resultName(tool)}_tool_result`;
  return `\`${tool}\` tool use with id \`${String(id)}\` was found without a corresponding \`${result}\` block`;
}

function resultName(tool: string): string {
  return tool.startsWith("tool_search_tool") ? "tool_search" : tool;
}

/** Sandbox commands belong to code execution, which newer web tools bring with them. */
function isProvided(request: MessagesRequest, { type, name }: ContentBlock): boolean {
  if (type !== "server_tool_use") return true;
  const tools = [...(request.tools ?? []), ...addedDefinitions(request)];
  if (tools.some((tool) => tool.name === name)) return true;
  const isSandboxed = /^(?:(?:bash|text_editor)_)?code_execution$/.test(String(name));
  return (
    isSandboxed &&
    tools.some((tool) => /^(?:code_execution_|web_(?:search|fetch)_2026)/.test(String(tool.type)))
  );
}
