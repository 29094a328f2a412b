// Which tools do the MCP servers of a request bring?

import type { JsonObject } from "../json/canonical-json";
import { mcpCatalogue, mcpToolConfig } from "./mcp-catalogue";
import type { ServerTool } from "./server-tool";

export type McpServerTool = { readonly tool: ServerTool; readonly isDeferred: boolean };

/** The enabled tools of one `mcp_toolset`. */
export function mcpTools(definition: JsonObject): readonly McpServerTool[] {
  const server_name = String(definition.mcp_server_name);
  return mcpCatalogue.flatMap(({ run, ...tool }) => {
    const { enabled, deferred } = mcpToolConfig(definition, tool.name);
    if (!enabled) return [];
    const serverTool: ServerTool = {
      tool,
      definition,
      call: { type: "mcp_tool_use", server_name },
      inContainer: false,
      run: (input) => {
        const { text, isError = false } = run(input);
        return { type: "mcp_tool_result", is_error: isError, content: [{ type: "text", text }] };
      },
    };
    return [{ tool: serverTool, isDeferred: deferred }];
  });
}
