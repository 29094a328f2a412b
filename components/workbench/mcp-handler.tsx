"use client";
import { McpButton } from "@/components/content/mcp/mcp-button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useResource } from "@/lib/client/api-resource";
import { mcpServers } from "@/lib/client/mcp-servers";
import { problemOf } from "@/lib/client/tool-check";
import { editHandler } from "@/lib/client/tool-edits";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import type { OwnItem } from "@/lib/tool-design/tool-item";

/** Which tool of which MCP server answers: one that is known, or a name to be known later. */
export function McpHandler({ tool, problems }: { tool: OwnItem; problems: readonly ToolProblem[] }) {
  const list = useResource(mcpServers);
  const values = tool.handlers.mcp ?? {};
  const server = typeof values.server === "string" ? values.server : "";
  const theirs = typeof values.tool === "string" ? values.tool : "";
  const known = list.status === "ready" ? list.value.servers.map(({ name }) => name) : [];
  const names = server === "" || known.includes(server) ? known : [...known, server];
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Select
        label="Server"
        name="handler.server"
        className="w-52"
        placeholder={names.length === 0 ? "No server yet" : "Choose a server"}
        value={server}
        onValueChange={(next) => editHandler(tool, { server: next })}
        options={names.map((name) => ({ value: name, label: name }))}
        error={problemOf(problems, "handler.server")?.message}
      />
      <TextField
        label="Tool"
        name="handler.tool"
        hint="What the server calls it, where that is not the name above."
        className="min-w-60 flex-1"
        mono
        value={theirs}
        onValueChange={(next) => editHandler(tool, { tool: next === "" ? null : next })}
        error={problemOf(problems, "handler.tool")?.message}
      />
      <McpButton className="mt-5.5" />
    </div>
  );
}
