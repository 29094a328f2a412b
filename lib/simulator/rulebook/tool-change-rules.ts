// Do the tools that a conversation refers to, adds and removes exist?

import type { MessagesRequest } from "../api/messages-request";
import { mcpTools } from "../server-tools/mcp-tools";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";
import { addedDefinition, addedDefinitions, foundReferences, toolChangesInEffect } from "./tool-changes";
import { toolNames } from "./tool-rules";

const mostTools = 10_000;
const mostDefinitionBytes = 4 * 1024 * 1024;

export const toolChangeRules: readonly Rule<RequestFacts>[] = [
  {
    number: 44,
    precondition: "the history refers to a tool that is no longer among the tools",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const known = declaredNames(request);
      const lost = foundReferences(request).find(({ name }) => !known.has(name));
      return lost === undefined
        ? undefined
        : { wording: `Tool reference '${lost.name}' not found in available tools` };
    },
  },
  {
    number: 69,
    precondition: "a tool change that names an undeclared tool",
    status: 400,
    errorCode: "tool_reference_unresolved",
    evidenced: false,
    violation: ({ request }) => {
      const known = new Set(toolNames(request));
      for (const change of toolChangesInEffect(request)) {
        const definition = addedDefinition(change);
        if (typeof definition?.name === "string") known.add(definition.name);
        const { type, name } = change.tool;
        if (type !== "tool_reference" || typeof name !== "string" || known.has(name)) continue;
        return {
          path: `${change.path}.${change.kind}.tool`,
          wording: `Tool reference '${name}' is not declared`,
        };
      }
      return undefined;
    },
  },
  {
    number: 69,
    precondition: "an added definition takes the name of a tool of another type",
    status: 400,
    errorCode: "tool_name_conflict",
    evidenced: false,
    violation: ({ request }) => {
      const types = new Map((request.tools ?? []).map((tool) => [tool.name, tool.type ?? "custom"]));
      for (const change of toolChangesInEffect(request)) {
        const definition = addedDefinition(change);
        if (typeof definition?.name !== "string") continue;
        const { name, type } = definition;
        const before = types.get(name);
        const own = typeof type === "string" ? type : "custom";
        if (before !== undefined && before !== own) {
          return {
            path: `${change.path}.tool_addition.tool`,
            wording: `Tool name '${name}' is already that of a tool of type '${before}'`,
          };
        }
        types.set(name, own);
      }
      return undefined;
    },
  },
  {
    number: 69,
    precondition: "more than 10,000 tools in all",
    status: 400,
    errorCode: "available_tools_limit_exceeded",
    evidenced: false,
    violation: ({ request }) => {
      const count = declaredNames(request).size;
      return count > mostTools
        ? { path: "tools", wording: `At most ${mostTools} tools may be available, not ${count}` }
        : undefined;
    },
  },
  {
    number: 69,
    precondition: "definitions of more than 4 MB in all",
    status: 400,
    errorCode: "available_tools_limit_exceeded",
    evidenced: false,
    violation: ({ request }) => {
      const bytes = definitionBytes(request);
      return bytes > mostDefinitionBytes
        ? {
            path: "tools",
            wording: `All available tools together may have ${mostDefinitionBytes} bytes, not ${bytes}`,
          }
        : undefined;
    },
  },
];

function declaredNames(request: MessagesRequest): ReadonlySet<string> {
  const added = addedDefinitions(request).flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  const ofServers = (request.tools ?? [])
    .filter(({ type }) => type === "mcp_toolset")
    .flatMap((toolset) => mcpTools(toolset).map(({ tool }) => tool.tool.name));
  return new Set([...toolNames(request), ...added, ...ofServers]);
}

function definitionBytes(request: MessagesRequest): number {
  const definitions = [...(request.tools ?? []), ...addedDefinitions(request)];
  return definitions.reduce((sum, definition) => sum + Buffer.byteLength(JSON.stringify(definition)), 0);
}
