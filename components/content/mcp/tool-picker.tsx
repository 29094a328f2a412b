"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { notify } from "@/components/ui/toast-queue";
import { useResource } from "@/lib/client/api-resource";
import { mcpTools } from "@/lib/client/mcp-servers";
import { addMcpTools, mcpToolsIn } from "@/lib/client/mcp-tool-edits";
import { useCurrentSet } from "@/lib/client/tool-store";
import type { McpTool, McpTools } from "@/lib/protocol/mcp-server";
import { countOf } from "@/lib/run/quantity-text";
import { ToolRows } from "./tool-rows";

/** The tools of a connected server: looked through, picked, added to the current set. */
export function ToolPicker({ serverName }: { serverName: string }) {
  const tools = useResource(mcpTools(serverName));
  if (tools.status === "loading") return <Skeleton className="h-40" />;
  if (tools.status === "error") {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 text-xs text-kind-error-text">
        <span className="min-w-0 break-words">{tools.message}</span>
        <Button size="sm" onClick={mcpTools(serverName).reload}>
          Try again
        </Button>
      </div>
    );
  }
  return <Picker serverName={serverName} listed={tools.value} />;
}

function Picker({ serverName, listed }: { serverName: string; listed: McpTools }) {
  const set = useCurrentSet();
  const [search, setSearch] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const present = mcpToolsIn(set.tools, serverName);
  const shown = listed.tools.filter((tool) => fits(tool, search));
  const addable = shown.filter(({ name, definition }) => definition !== null && !present.has(name));
  const chosen = listed.tools.filter(({ name }) => picked.has(name) && !present.has(name));
  const all = addable.length > 0 && addable.every(({ name }) => picked.has(name));

  const pick = (names: readonly string[], on: boolean) =>
    setPicked((before) => {
      const next = new Set(before);
      for (const name of names) on ? next.add(name) : next.delete(name);
      return next;
    });
  const add = () => {
    const undo = addMcpTools(chosen);
    setPicked(new Set());
    notify({
      title: `${countOf(chosen.length, "tool")} of ${serverName} added to ${set.name}`,
      action: { label: "Undo", run: undo },
    });
  };

  return (
    <section aria-label="Tools of the server" className="flex min-h-72 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Find a tool"
          labelHidden
          type="search"
          placeholder={`Find among ${countOf(listed.tools.length, "tool")}`}
          className="w-60"
          value={search}
          onValueChange={setSearch}
        />
        <Checkbox
          label={search === "" ? "All" : "All that are shown"}
          className="h-7"
          disabled={addable.length === 0}
          checked={all ? true : addable.some(({ name }) => picked.has(name)) ? "indeterminate" : false}
          onCheckedChange={(on) =>
            pick(
              addable.map(({ name }) => name),
              on === true,
            )
          }
        />
        <Button variant="primary" className="ml-auto" disabled={chosen.length === 0} onClick={add}>
          {chosen.length === 0
            ? "Add to the tool set"
            : `Add ${countOf(chosen.length, "tool")} to ${set.name}`}
        </Button>
      </div>
      {listed.notices.map((notice) => (
        <p key={notice} className="text-xs text-kind-waiting-text">
          {notice}
        </p>
      ))}
      {shown.length === 0 ? (
        <p className="p-3 text-xs text-subtle">
          {listed.tools.length === 0 ? "This server has no tools." : "No tool fits these words."}
        </p>
      ) : (
        <ToolRows tools={shown} present={present} picked={picked} onPick={(name, on) => pick([name], on)} />
      )}
    </section>
  );
}

function fits({ name, title, description }: McpTool, search: string): boolean {
  const text = `${name} ${title ?? ""} ${description}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
