"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useResource } from "@/lib/client/api-resource";
import { mcpServers } from "@/lib/client/mcp-servers";
import type { McpServers } from "@/lib/protocol/mcp-server";
import { AddServer } from "./add-server";
import { ServerList } from "./server-list";
import { ServerPane } from "./server-pane";

/** A server may end, or mcp.json change, while somebody looks. Milliseconds. */
const lookAgainMs = 3_000;

/** The MCP servers: how each stands, its command line to agree to, its tools to pick from. */
export function McpDialog({ onClose }: { onClose: () => void }) {
  const list = useResource(mcpServers);
  useEffect(() => {
    mcpServers.reload();
    const timer = setInterval(mcpServers.reload, lookAgainMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="MCP servers"
      description="Their tools run as tools of yours: add them to the current tool set."
      className="h-[80vh] max-h-[80vh] w-260 top-[8vh]"
    >
      {list.status === "loading" && <Skeleton className="h-40" />}
      {list.status === "error" && (
        <div className="flex items-center gap-3 text-muted">
          <span>The MCP servers could not be loaded. {list.message}</span>
          <Button size="sm" onClick={mcpServers.reload}>
            Try again
          </Button>
        </div>
      )}
      {list.status === "ready" && <Panes list={list.value} />}
    </Dialog>
  );
}

function Panes({ list }: { list: McpServers }) {
  const [wanted, setWanted] = useState<string | null>(list.servers[0]?.name ?? null);
  const server = list.servers.find(({ name }) => name === wanted);
  return (
    <div className="-m-4 flex h-[calc(100%+2rem)] min-h-0 overflow-clip rounded-b-lg max-md:flex-col">
      <ServerList list={list} selected={server?.name ?? null} onSelect={setWanted} />
      <section
        aria-label={server === undefined ? "Add a server" : `Server ${server.name}`}
        className="min-h-0 min-w-0 flex-1 overflow-y-auto"
      >
        {server === undefined ? (
          <AddServer list={list} onAdded={setWanted} />
        ) : (
          <ServerPane key={server.name} server={server} onRemoved={() => setWanted(null)} />
        )}
      </section>
    </div>
  );
}
