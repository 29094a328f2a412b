"use client";
import { useState } from "react";
import { PanelHeader } from "@/components/ui/panel-header";
import { TextField } from "@/components/ui/text-field";
import { useCurrentSet } from "@/lib/client/tool-store";
import { countOf } from "@/lib/run/quantity-text";
import { itemName } from "@/lib/tool-design/item-name";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { AddMenu } from "./add-menu";
import { ToolRow } from "./tool-row";

/** From how many tools on a search is worth its place. */
const searchFrom = 8;

/** The tools of the current set, in the order they are sent. */
export function ToolList({ selectedId }: { selectedId: string | null }) {
  const { tools } = useCurrentSet();
  const [search, setSearch] = useState("");
  const shown = tools.filter((tool) => fits(tool, search));
  const enabled = tools.filter((tool) => tool.enabled).length;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PanelHeader title="Tools" actions={<AddMenu />}>
        <span className="truncate text-xs text-subtle">
          {enabled} of {countOf(tools.length, "tool")} on
        </span>
      </PanelHeader>
      {tools.length >= searchFrom && (
        <TextField
          label="Find a tool"
          labelHidden
          placeholder="Find a tool"
          className="p-2 pb-1"
          type="search"
          value={search}
          onValueChange={setSearch}
        />
      )}
      {shown.length === 0 ? (
        <p className="p-3 text-xs text-subtle">
          {tools.length === 0
            ? "This set is empty. Add a tool, or paste a definition."
            : "No tool by that name."}
        </p>
      ) : (
        <ul aria-label="Tools" className="min-h-0 flex-1 overflow-y-auto p-1.5">
          {shown.map((tool) => (
            <ToolRow
              key={tool.id}
              tool={tool}
              place={tools.indexOf(tool)}
              count={tools.length}
              selected={tool.id === selectedId}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function fits(tool: ToolItem, search: string): boolean {
  const text = `${itemName(tool)} ${tool.kind === "own" ? tool.description : ""}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
