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
  connecting: Connecting | null;
  failed: string | null;
};

type Connecting = {
  readonly connection: Promise<Connection>;
  readonly giveUp: AbortController;
  waiting: number;
};

export type LiveConnections = {
  /**
   * The connection that stands, the one on its way, or a new one.
   *
   * @param signal ends the wait; a connection on its way that nobody waits for is given up
   * @throws McpFailure
   */
  readonly to: (entry: ServerEntry, signal?: AbortSignal) => Promise<Connection>;
  readonly standing: (name: string) => Standing;
  readonly drop: (name: string) => Promise<void>;
  /** Gives up what is known no more, or known otherwise than it was connected by. */
  readonly keepOnly: (entries: readonly KnownEntry[]) => void;
  readonly dropAll: () => Promise<void>;
};

/** Opens a connection, unless the signal comes first; `ended` is called when it is over, with the reason. */
export type Open = (
  entry: ServerEntry,
  ended: (reason: string) => void,
  signal: AbortSignal,
) => Promise<Connection>;

export function createLiveConnections(open: Open): LiveConnections {
  const lives = new Map<string, Live>();

  const begin = (entry: ServerEntry, live: Live): Connecting => {
    const giveUp = new AbortController();
    const ended = (reason: string) => {
      live.connection = null;
      live.failed = withoutSecrets(new McpFailure(entry.name, reason, "ended").message, entry);
    };
    // A connection outlives the request that asked for it first.
    const connection = detached(() => open(entry, ended, giveUp.signal)).then(
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
        const reason = error instanceof Error ? error.message : String(error);
        live.failed = giveUp.signal.aborted ? null : withoutSecrets(reason, entry);
        throw error;
      },
    );
    return { connection, giveUp, waiting: 0 };
  };

  const awaited = async (connecting: Connecting, signal: AbortSignal | undefined) => {
    const leave = () => {
      connecting.waiting -= 1;
      if (connecting.waiting === 0) connecting.giveUp.abort();
    };
    connecting.waiting += 1;
    signal?.addEventListener("abort", leave, { once: true });
    try {
      return await connecting.connection;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  };

  const drop = async (name: string) => {
    const live = lives.get(name);
    lives.delete(name);
    await live?.connection?.close();
    live?.connecting?.giveUp.abort();
    // Where it came about all the same, it finds itself dropped, and is closed.
    await live?.connecting?.connection.catch(() => undefined);
  };

  return {
    to: async (entry, signal) => {
      signal?.throwIfAborted();
      const live = lives.get(entry.name) ?? {
        entryText: JSON.stringify(entry),
        connection: null,
        connecting: null,
        failed: null,
      };
      lives.set(entry.name, live);
      if (live.connection !== null) return live.connection;
      live.connecting ??= begin(entry, live);
      return awaited(live.connecting, signal);
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
