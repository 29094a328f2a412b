// What can be asked about MCP servers, and of them?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { AddedMcpServer, McpServer, McpServers, McpTools } from "@/lib/protocol/mcp-server";
import { ApiFailure } from "../door/api-failure";
import type { Environment } from "../environment";
import type { CallOptions } from "./connection";
import { entrySecrets, withoutSecrets } from "./entry-secrets";
import { createKnownServers, type KnownEntry, stdioRefusal } from "./known-servers";
import { createLiveConnections } from "./live-connections";
import { McpFailure } from "./mcp-failure";
import type { ServerEntry } from "./server-entry";
import { serverView, unreadableView } from "./server-view";

export type McpRegistry = {
  readonly list: () => McpServers;
  /** @throws ApiFailure 404 */
  readonly get: (name: string) => McpServer;
  /** @throws FieldError for an address that cannot be one, or a name that mcp.json has */
  readonly add: (server: AddedMcpServer) => void;
  /** @throws ApiFailure 404, or 409 for a server of the file */
  readonly remove: (name: string) => Promise<void>;
  /**
   * Agrees to the command line that was shown, and to no other.
   *
   * @throws ApiFailure 403 where no program may be run, 409 where the command line has changed since
   */
  readonly consent: (name: string, hash: string) => void;
  readonly withdrawConsent: (name: string) => Promise<void>;
  /** Connects anew. What goes wrong is told by the server's state. @throws ApiFailure 403, 404 */
  readonly connect: (name: string) => Promise<void>;
  readonly disconnect: (name: string) => Promise<void>;
  /** Connects where that is needed. @throws McpFailure */
  readonly tools: (name: string) => Promise<McpTools>;
  /** Connects where that is needed. @throws McpFailure */
  readonly call: (name: string, tool: string, input: JsonObject, options: CallOptions) => Promise<JsonObject>;
  /** @returns why a run cannot have tools of this server, as far as that is known before it starts; null where it can */
  readonly problemOf: (name: string) => string | null;
  /** Every value that servers are given and that must never be shown. */
  readonly secrets: () => string[];
  readonly close: () => Promise<void>;
};

/**
 * @param dataDir holds mcp.json, which only a person with an editor writes, and what was added and agreed to here
 * @param key of the installation, see command-consent.ts
 * @param environment read at each use
 */
export function createMcpRegistry(
  dataDir: string,
  key: Uint8Array,
  environment: () => Environment,
): McpRegistry {
  const known = createKnownServers(dataDir, key, environment);
  const live = createLiveConnections(async (entry, ended, signal) => {
    known.checkAllowed(entry);
    const { network } = environment();
    if (entry.transport === "stdio" && !network.local)
      console.warn(`Runs the MCP server ${entry.name}, as TOOLSCOPE_ALLOW_MCP_STDIO allows.`);
    // The MCP SDK comes with the first connection, not with the server's start.
    const { openConnection } = await import("./open-connection");
    return openConnection(entry, network, ended, signal);
  });

  /** A changed file means other servers, whoever asks next. */
  const entries = (): KnownEntry[] => {
    const all = known.entries();
    live.keepOnly(all);
    return all;
  };
  const usable = (name: string): ServerEntry => {
    entries();
    return known.usable(name);
  };
  const view = (entry: KnownEntry): McpServer =>
    "problem" in entry
      ? unreadableView(entry)
      : serverView(entry, live.standing(entry.name), known.refusalOf(entry), known.consents);

  return {
    list: () => {
      const { path, exists, problem } = known.file();
      const { mcpStdio } = environment();
      return {
        servers: entries().map(view),
        file: { path, exists, problem },
        stdio: { allowed: mcpStdio, reason: mcpStdio ? null : stdioRefusal },
      };
    },
    get: (name) => {
      entries();
      return view(known.find(name));
    },
    add: known.add,
    remove: async (name) => {
      known.remove(name);
      await live.drop(name);
    },
    consent: (name, hash) => {
      const entry = known.findStdio(name);
      if (known.consents.hashOf(entry) !== hash) {
        const text = "The command line has changed since it was shown: look at it again.";
        throw new ApiFailure(409, "command_changed", text);
      }
      known.consents.give(entry, new Date());
    },
    withdrawConsent: async (name) => {
      known.consents.withdraw(known.findStdio(name));
      await live.drop(name);
    },
    connect: async (name) => {
      const entry = known.find(name);
      if ("problem" in entry) return;
      if (entry.transport === "stdio") known.findStdio(name);
      await live.drop(name);
      await live.to(entry).catch(() => undefined);
    },
    disconnect: live.drop,
    tools: async (name) => {
      const entry = usable(name);
      return hiding(entry, async () => (await live.to(entry)).tools());
    },
    call: async (name, tool, input, options) => {
      const entry = usable(name);
      const once = async () => (await live.to(entry, options.signal)).call(tool, input, options);
      return hiding(entry, () =>
        once().catch((error: unknown) => {
          // It was not taken up: a new session gets it.
          if (error instanceof McpFailure && error.kind === "lost-session") return once();
          throw error;
        }),
      );
    },
    problemOf: (name) => {
      try {
        known.checkAllowed(known.usable(name));
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    secrets: () => known.entries().flatMap((entry) => ("problem" in entry ? [] : entrySecrets(entry))),
    close: live.dropAll,
  };
}

/** A server's words may quote what it was given. */
async function hiding<Value>(entry: ServerEntry, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof McpFailure)) throw error;
    throw new McpFailure(error.serverName, withoutSecrets(error.reason, entry), error.kind);
  }
}
