"use client";
import { CircleAlert, Info } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Spinner } from "@/components/ui/spinner";
import type { ApiProblem } from "@/lib/client/api-call";
import {
  connectMcpServer,
  disconnectMcpServer,
  removeMcpServer,
  withdrawConsent,
} from "@/lib/client/mcp-servers";
import type { McpServer } from "@/lib/protocol/mcp-server";
import { CommandLine } from "./command-line";
import { ConsentDialog } from "./consent-dialog";
import { ServerState } from "./server-state";
import { ToolPicker } from "./tool-picker";

/** One server: how it stands, what can be done with it, its tools. */
export function ServerPane({ server, onRemoved }: { server: McpServer; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { name, state, command } = server;

  const act = async (action: (name: string) => Promise<ApiProblem | null>) => {
    setBusy(true);
    const failed = await action(name);
    setBusy(false);
    setProblem(failed?.message ?? null);
    return failed === null;
  };
  const remove = async () => {
    if (await act(removeMcpServer)) onRemoved();
  };
  const shownProblem = problem ?? server.problem;

  return (
    <div className="flex min-h-full flex-col gap-4 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0">
          <h3 className="truncate font-medium">{name}</h3>
          <div className="flex items-center gap-2 text-xs text-subtle" role="status">
            <ServerState state={busy ? "connecting" : state} />
            {server.title !== null && <span>{server.title}</span>}
          </div>
        </div>
        <div className="ml-auto flex flex-wrap items-center gap-1.5">
          {busy && <Spinner label="Working" className="size-4" />}
          {state === "needs-consent" && (
            <Button variant="primary" size="sm" disabled={busy} onClick={() => setAsking(true)}>
              Look at its command line
            </Button>
          )}
          {["idle", "failed", "connected"].includes(state) && (
            <Button size="sm" disabled={busy} onClick={() => void act(connectMcpServer)}>
              {state === "connected" ? "Reconnect" : "Connect"}
            </Button>
          )}
          {state === "connected" && (
            <Button variant="ghost" size="sm" disabled={busy} onClick={() => void act(disconnectMcpServer)}>
              Disconnect
            </Button>
          )}
          {command?.consentedAt != null && (
            <Button variant="ghost" size="sm" disabled={busy} onClick={() => void act(withdrawConsent)}>
              Withdraw consent
            </Button>
          )}
          {server.source === "added" && (
            <Button variant="ghost" size="sm" disabled={busy} onClick={() => void remove()}>
              Remove
            </Button>
          )}
        </div>
      </header>
      {shownProblem !== null && (
        <Note tone="error">
          <p className="break-words whitespace-pre-wrap">{shownProblem}</p>
        </Note>
      )}
      {server.notices.map((notice) => (
        <Note key={notice} tone="info">
          <p className="break-words">{notice}</p>
        </Note>
      ))}
      {command !== null ? <CommandLine command={command} /> : <Address server={server} />}
      {state === "connected" && <ToolPicker serverName={name} />}
      {asking && command !== null && (
        <ConsentDialog name={name} command={command} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function Address({ server: { url, headers } }: { server: McpServer }) {
  if (url === null) return null;
  return (
    <KeyValueList
      items={[
        { key: "Address", value: <code className="break-all">{url}</code> },
        ...headers.map(({ name, shown }) => ({
          key: name,
          value: <code className="break-all">{shown || "to be entered again"}</code>,
        })),
      ]}
    />
  );
}

const tones = {
  error: { box: "bg-kind-error-soft text-kind-error-text", icon: <CircleAlert aria-hidden /> },
  info: { box: "bg-sunken text-muted", icon: <Info aria-hidden /> },
};

function Note({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <div
      className={`flex items-start gap-2 rounded-md px-2.5 py-2 text-xs [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0 ${tones[tone].box}`}
    >
      {tones[tone].icon}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
