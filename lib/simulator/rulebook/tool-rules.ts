// Do the tools, the choice among them and the history fit together?

import { isToolResult, isToolUse } from "../api/content-block";
import { isCustomTool, type MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import { inputSchemaFlaw } from "../json/tool-input-schema";
import { placedBlocks, type RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

const schemaDocs = "https://docs.claude.com/en/docs/tool-use";

export const toolRules: readonly Rule<RequestFacts>[] = [
  {
    number: 38,
    precondition: "a combinator at the top of an input schema",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstSchema(request, (schema) =>
        ["oneOf", "allOf", "anyOf"].some((keyword) => Object.hasOwn(schema, keyword))
          ? "input_schema does not support oneOf, allOf, or anyOf at the top level"
          : undefined,
      ),
  },
  {
    number: 37,
    precondition: "an input schema that is not JSON Schema 2020-12",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstSchema(request, (schema) =>
        inputSchemaFlaw(schema) === undefined
          ? undefined
          : `JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at ${schemaDocs}.`,
      ),
  },
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
  {
    number: 81,
    precondition: "more than four cache breakpoints",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const found = cacheBreakpoints([request.tools, request.system, request.messages]);
      if (found <= 4) return undefined;
      return { wording: `A maximum of 4 blocks with cache_control may be provided. Found ${found}.` };
    },
  },
];

function toolNames({ tools = [] }: MessagesRequest): readonly string[] {
  return tools.flatMap((tool) => (tool.name === undefined ? [] : [tool.name]));
}

function firstSchema(
  { tools = [] }: MessagesRequest,
  flaw: (schema: NonNullable<(typeof tools)[number]["input_schema"]>) => string | undefined,
) {
  for (const [index, tool] of tools.entries()) {
    if (!isCustomTool(tool)) continue;
    const wording = flaw(tool.input_schema);
    if (wording !== undefined) return { path: `tools.${index}.custom.input_schema`, wording };
  }
  return undefined;
}

/** Breakpoints stand on tools, system blocks, message blocks and the blocks inside a tool result, never inside an input. */
function cacheBreakpoints(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + cacheBreakpoints(item), 0);
  if (!isJsonObject(value)) return 0;
  const own = isJsonObject(value.cache_control) ? 1 : 0;
  return own + (Array.isArray(value.content) ? cacheBreakpoints(value.content) : 0);
}
