// Which connections stand, and when is one made or given up?
import { detached } from "../run/detached";
import type { Connection } from "./connection";
import { withoutSecrets } from "./entry-secrets";
import type { KnownEntry } from "./known-servers";
import { McpFailure } from "./mcp-failure";
import type { ServerEntry } from "./server-entry";
import type { Standing } from "./server-view";

type Live = {
  /** The entry it was connected by: another one means another connection. */
  readonly entryText: string;
  connection: Connection | null;
  connecting: Promise<Connection> | null;
  failed: string | null;
};

export type LiveConnections = {
  /** The connection that stands, the one on its way, or a new one. @throws McpFailure */
  readonly to: (entry: ServerEntry) => Promise<Connection>;
  readonly standing: (name: string) => Standing;
  readonly drop: (name: string) => Promise<void>;
  /** Gives up what is known no more, or known otherwise than it was connected by. */
  readonly keepOnly: (entries: readonly KnownEntry[]) => void;
  readonly dropAll: () => Promise<void>;
};

/** Opens a connection; `ended` is called when it is over, with the reason. */
export type Open = (entry: ServerEntry, ended: (reason: string) => void) => Promise<Connection>;

export function createLiveConnections(open: Open): LiveConnections {
  const lives = new Map<string, Live>();

  const begin = (entry: ServerEntry, live: Live): Promise<Connection> => {
    const ended = (reason: string) => {
      live.connection = null;
      live.failed = withoutSecrets(new McpFailure(entry.name, reason, "ended").message, entry);
    };
    // A connection outlives the request that asked for it first.
    return detached(() => open(entry, ended)).then(
      (connection) => {
        live.connecting = null;
        if (lives.get(entry.name) !== live) {
          void connection.close();
          throw new McpFailure(entry.name, "it was disconnected", "refused");
        }
        live.failed = null;
        live.connection = connection;
        return connection;
      },
      (error: unknown) => {
        live.connecting = null;
        live.failed = withoutSecrets(error instanceof Error ? error.message : String(error), entry);
        throw error;
      },
    );
  };

  const drop = async (name: string) => {
    const live = lives.get(name);
    lives.delete(name);
    await live?.connection?.close();
    // One on its way is closed as soon as it is there: it finds itself given up.
    await live?.connecting?.catch(() => undefined);
  };

  return {
    to: (entry) => {
      const live = lives.get(entry.name) ?? {
        entryText: JSON.stringify(entry),
        connection: null,
        connecting: null,
        failed: null,
      };
      lives.set(entry.name, live);
      if (live.connection !== null) return Promise.resolve(live.connection);
      live.connecting ??= begin(entry, live);
      return live.connecting;
    },
    standing: (name) => {
      const live = lives.get(name);
      return {
        connection: live?.connection ?? null,
        connecting: live?.connecting != null,
        failed: live?.failed ?? null,
      };
    },
    drop,
    keepOnly: (entries) => {
      for (const [name, { entryText }] of lives) {
        const entry = entries.find((each) => each.name === name);
        if (entry === undefined || JSON.stringify(entry) !== entryText) void drop(name);
      }
    },
    dropAll: async () => {
      await Promise.all([...lives.keys()].map(drop));
    },
  };
}
