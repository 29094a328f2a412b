"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { McpServer, McpServers } from "@/lib/protocol/mcp-server";
import { countOf } from "@/lib/run/quantity-text";
import { ServerState } from "./server-state";

/** Every server that is known, and the way to one more. */
export function ServerList({
  list,
  selected,
  onSelect,
}: {
  list: McpServers;
  selected: string | null;
  onSelect: (name: string | null) => void;
}) {
  return (
    <nav
      aria-label="Servers"
      className="flex w-64 shrink-0 flex-col gap-2 overflow-y-auto border-r bg-panel p-2 max-md:max-h-52 max-md:w-full max-md:border-r-0 max-md:border-b"
    >
      {list.servers.length === 0 && <p className="px-2 py-1 text-xs text-subtle">No server yet.</p>}
      <ul className="flex flex-col gap-0.5 empty:hidden">
        {list.servers.map((server) => (
          <li key={server.name}>
            <ServerRow server={server} selected={server.name === selected} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        aria-current={selected === null}
        onClick={() => onSelect(null)}
      >
        <Plus aria-hidden />
        Add a server
      </Button>
    </nav>
  );
}

function ServerRow({
  server,
  selected,
  onSelect,
}: {
  server: McpServer;
  selected: boolean;
  onSelect: (name: string) => void;
}) {
  const { name, transport, state, tools } = server;
  return (
    <button
      type="button"
      aria-current={selected}
      onClick={() => onSelect(name)}
      className={classNames(
        "flex w-full flex-col gap-0.5 rounded-md px-2 py-1.5 text-left hover:bg-hover",
        selected && "bg-selected",
      )}
    >
      <span className="flex w-full items-center gap-2">
        <span className="min-w-0 truncate font-medium" title={name}>
          {name}
        </span>
        <span className="ml-auto shrink-0 text-2xs text-subtle">{transport}</span>
      </span>
      <span className="flex w-full items-center justify-between gap-2">
        <ServerState state={state} />
        {tools !== null && <span className="text-2xs text-subtle">{countOf(tools, "tool")}</span>}
      </span>
    </button>
  );
}
