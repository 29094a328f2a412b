// How does a tool of an MCP server answer a call?
import type { ToolHandler } from "@/lib/protocol/tool-handler";
import { FieldError } from "../door/field-error";
import type { McpRegistry } from "../mcp/mcp-registry";
import { mcpResult } from "../mcp/mcp-result";
import type { ToolHandle } from "./tool-handle";

const shownStructure = 2_000;

/**
 * @param toolName what the server calls it, unless the handler says otherwise
 * @param field where the handler stands in the run request
 * @throws FieldError for a server that is not there, or that nobody agreed to run
 */
export function mcpHandle(
  { server, tool }: Extract<ToolHandler, { kind: "mcp" }>,
  toolName: string,
  field: string,
  servers: Pick<McpRegistry, "problemOf" | "call">,
): ToolHandle {
  const problem = servers.problemOf(server);
  if (problem !== null) throw new FieldError(`${field}.server`, problem);
  return async (input, { signal, log }) => {
    const answer = await servers.call(server, tool ?? toolName, input, { signal, log });
    if (answer.structuredContent !== undefined) {
      log(`structured content: ${JSON.stringify(answer.structuredContent).slice(0, shownStructure)}`);
    }
    return mcpResult(answer);
  };
}
