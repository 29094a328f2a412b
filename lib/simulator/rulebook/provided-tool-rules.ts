// Are the toolsets, MCP servers and web tools of a request set up as the API asks?

import type { ToolDefinition } from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { callersOf } from "./caller-rules";
import type { RequestFacts } from "./request-facts";
import type { Rule, Violation } from "./rule";
import { addedDefinitions } from "./tool-changes";

export const providedToolRules: readonly Rule<RequestFacts>[] = [
  {
    number: 53,
    precondition: "a toolset that is strict, deferred as a whole, called by code, or deferred in part",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [] } }) => {
      for (const [index, tool] of tools.entries()) {
        const flaw = isToolset(tool) ? toolsetFlaw(tool) : undefined;
        if (flaw !== undefined)
          return { path: `tools.${index}.${tool.type}.${flaw.path}`, wording: flaw.wording };
      }
      return undefined;
    },
  },
  {
    number: 53,
    precondition: "two toolsets of one kind, or a custom tool named like one",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [] } }) => {
      const kinds = tools.filter(isToolset).map((tool) => String(tool.type).split("_")[0]);
      if (new Set(kinds).size < kinds.length)
        return { path: "tools", wording: "only one toolset of each kind may be provided" };
      const alike = tools.find((tool) => tool.name !== undefined && kinds.includes(tool.name));
      return alike === undefined
        ? undefined
        : {
            path: "tools",
            wording: `Tool name '${alike.name}' is reserved while a toolset of that kind is provided`,
          };
    },
  },
  {
    number: null,
    precondition: "the computer tool from before the toolset, on a model that takes only the toolset",
    status: 400,
    evidenced: false,
    violation: ({ model, request: { tools = [] } }) => {
      const index = model.computerTool
        ? -1
        : tools.findIndex(({ type }) => typeof type === "string" && /^computer_\d/.test(type));
      return index === -1
        ? undefined
        : {
            path: `tools.${index}`,
            wording: `'${model.id}' does not support tool types: ${tools[index]?.type}. Use computer_toolset_20260801`,
          };
    },
  },
  {
    number: 54,
    precondition: "an MCP server whose address is not https",
    status: 400,
    evidenced: false,
    violation: ({ request }) => {
      const index = serversOf(request).findIndex(
        ({ url }) => typeof url === "string" && !/^https:\/\//i.test(url),
      );
      return index === -1
        ? undefined
        : { path: `mcp_servers.${index}.url`, wording: "URL must start with 'https://'" };
    },
  },
  {
    number: 54,
    precondition: "an MCP server without exactly one toolset, or a toolset without its server",
    status: 400,
    evidenced: false,
    violation: ({ request }) =>
      mcpMismatch(serversOf(request), [...(request.tools ?? []), ...addedDefinitions(request)]),
  },
  {
    number: 55,
    precondition: "a web tool with both allowed and blocked domains",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [] } }) => {
      const index = tools.findIndex(
        (tool) =>
          isWebTool(tool) && Array.isArray(tool.allowed_domains) && Array.isArray(tool.blocked_domains),
      );
      return index === -1
        ? undefined
        : {
            path: `tools.${index}.${tools[index]?.type}`,
            wording: "only one of allowed_domains and blocked_domains may be set",
          };
    },
  },
  {
    number: 55,
    precondition:
      "a filtering web tool on a model whose code cannot call tools, without allowed_callers direct",
    status: 400,
    evidenced: false,
    violation: ({ model, request: { tools = [] } }) => {
      if (model.programmaticCalls) return undefined;
      const index = tools.findIndex(
        (tool) =>
          isWebTool(tool) &&
          !String(tool.type).includes("_2025") &&
          !(Array.isArray(tool.allowed_callers) && callersOf(tool).every((caller) => caller === "direct")),
      );
      return index === -1
        ? undefined
        : {
            path: `tools.${index}.${tools[index]?.type}`,
            wording: `programmatic tool calling is not supported on ${model.id}. Set allowed_callers to ["direct"]`,
          };
    },
  },
];

function toolsetFlaw(tool: ToolDefinition): Violation | undefined {
  for (const field of ["strict", "input_examples", "defer_loading"]) {
    if ((tool[field] ?? null) !== null) return { path: field, wording: "Extra inputs are not permitted" };
  }
  if (callersOf(tool).some((caller) => caller !== "direct"))
    return { path: "allowed_callers", wording: "a toolset cannot be called by code execution" };
  const members = isJsonObject(tool.configs) ? Object.values(tool.configs).filter(isJsonObject) : [];
  const deferred = members.filter((member) => member.defer_loading === true).length;
  return deferred > 0 && deferred < members.length
    ? { path: "configs", wording: "defer_loading must be the same for all members of a toolset" }
    : undefined;
}

function mcpMismatch(servers: readonly JsonObject[], tools: readonly JsonObject[]): Violation | undefined {
  const used = tools.filter(({ type }) => type === "mcp_toolset").map((tool) => tool.mcp_server_name);
  const names = servers.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    const count = used.filter((each) => each === name).length;
    if (count === 1) continue;
    const wording = `MCP server '${String(name)}' must be used by exactly one mcp_toolset, not ${count}`;
    return { path: `mcp_servers.${index}`, wording };
  }
  const lost = used.find((name) => !names.includes(name));
  return lost === undefined
    ? undefined
    : {
        path: "tools",
        wording: `mcp_toolset names the MCP server '${String(lost)}', which is not in mcp_servers`,
      };
}

function serversOf(request: { readonly [field: string]: unknown }): readonly JsonObject[] {
  return Array.isArray(request.mcp_servers) ? request.mcp_servers.filter(isJsonObject) : [];
}

function isToolset({ type }: ToolDefinition): boolean {
  return typeof type === "string" && /^(?:computer|browser)_toolset_/.test(type);
}

function isWebTool({ type }: ToolDefinition): boolean {
  return typeof type === "string" && /^web_(?:search|fetch)_/.test(type);
}
