// How does the browser see the MCP servers, and what can it do with them?
import type { AddedMcpServer, McpServers, McpTools } from "@/lib/protocol/mcp-server";
import { type ApiProblem, callApi, postJson } from "./api-call";
import { type ApiResource, apiResource } from "./api-resource";

const path = "/api/mcp/servers";
const pathOf = (name: string) => `${path}/${encodeURIComponent(name)}`;

export const mcpServers: ApiResource<McpServers> = apiResource(path, async (answer) => {
  const { mcpServersSchema } = await import("@/lib/protocol/mcp-server");
  return mcpServersSchema.parse(answer);
});

const toolsByServer = new Map<string, ApiResource<McpTools>>();

/** @returns the tools of a server; asking for them connects to it */
export function mcpTools(name: string): ApiResource<McpTools> {
  const known = toolsByServer.get(name);
  if (known !== undefined) return known;
  const resource = apiResource(`${pathOf(name)}/tools`, async (answer): Promise<McpTools> => {
    const { mcpToolsSchema } = await import("@/lib/protocol/mcp-server");
    return mcpToolsSchema.parse(answer);
  });
  toolsByServer.set(name, resource);
  return resource;
}

/** @returns null where it went well, else the API's error; how the connection went is in the server's state */
export function addMcpServer(server: AddedMcpServer): Promise<ApiProblem | null> {
  return changed(server.name, postJson(path, server));
}

export function removeMcpServer(name: string): Promise<ApiProblem | null> {
  return changed(name, callApi(pathOf(name), { method: "DELETE" }));
}

/** Agrees to the command line with that hash, and has it run. */
export function agreeToCommand(name: string, hash: string): Promise<ApiProblem | null> {
  return changed(name, postJson(`${pathOf(name)}/consent`, { hash }));
}

export function withdrawConsent(name: string): Promise<ApiProblem | null> {
  return changed(name, callApi(`${pathOf(name)}/consent`, { method: "DELETE" }));
}

export function connectMcpServer(name: string): Promise<ApiProblem | null> {
  return changed(name, callApi(`${pathOf(name)}/connection`, { method: "POST" }));
}

export function disconnectMcpServer(name: string): Promise<ApiProblem | null> {
  return changed(name, callApi(`${pathOf(name)}/connection`, { method: "DELETE" }));
}

/** Whatever was done to a server, it and its tools are asked about anew. */
async function changed(name: string, answer: ReturnType<typeof callApi>): Promise<ApiProblem | null> {
  const done = await answer;
  toolsByServer.delete(name);
  mcpServers.reload();
  return done.ok ? null : done.error;
}
