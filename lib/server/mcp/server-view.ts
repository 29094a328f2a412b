// How is an MCP server shown, without its secrets?
import type { McpServer } from "@/lib/protocol/mcp-server";
import { isSensitiveHeader } from "../recording/sensitive-headers";
import type { Consents } from "./command-consent";
import type { Connection } from "./connection";
import type { HttpEntry, ServerEntry, StdioEntry, UnreadableEntry } from "./server-entry";

/** What is known of a connection to a server: none yet, one on its way, one that stands, or one that failed. */
export type Standing = {
  readonly connection: Connection | null;
  readonly connecting: boolean;
  readonly failed: string | null;
};

const nothing = { notices: [], url: null, headers: [], command: null, title: null, tools: null };

export function unreadableView({ name, transport, source, problem }: UnreadableEntry): McpServer {
  return { name, transport, source, state: "unreadable", problem, ...nothing };
}

/** @param refusal why it may not be connected to at all, null where it may */
export function serverView(
  entry: ServerEntry,
  standing: Standing,
  refusal: string | null,
  consents: Consents,
): McpServer {
  const { connection } = standing;
  const base = {
    ...nothing,
    name: entry.name,
    transport: entry.transport,
    source: entry.source,
    notices: [...(connection?.notices() ?? [])],
    title: connection?.title ?? null,
    tools: connection?.toolCount() ?? null,
    problem: refusal ?? standing.failed,
  };
  if (entry.transport === "http") {
    return { ...base, state: stateOf(standing, refusal), url: entry.url, headers: headersOf(entry) };
  }
  const command = commandOf(entry, consents);
  const waits = refusal === null && command.consentedAt === null;
  return { ...base, state: waits ? "needs-consent" : stateOf(standing, refusal), command };
}

function stateOf({ connection, connecting, failed }: Standing, refusal: string | null): McpServer["state"] {
  if (refusal !== null) return "refused";
  if (connection !== null) return "connected";
  if (connecting) return "connecting";
  return failed === null ? "idle" : "failed";
}

function commandOf(entry: StdioEntry, consents: Consents) {
  const hash = consents.hashOf(entry);
  return {
    argv: [entry.command, ...entry.args],
    cwd: entry.cwd,
    envNames: Object.keys(entry.env).sort(),
    hash,
    consentedAt: consents.given(hash),
  };
}

function headersOf({ headers, lostHeaders }: HttpEntry): McpServer["headers"] {
  const shown = headers.map(({ name, value, secret }) => {
    const hidden = secret === true || isSensitiveHeader(name);
    return { name, shown: hidden ? "••••" : value, secret: hidden };
  });
  return [...shown, ...lostHeaders.map((name) => ({ name, shown: "", secret: true }))];
}
