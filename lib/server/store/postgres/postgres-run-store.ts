// How do several servers keep their runs in one Postgres database?
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { type RunEntry, runEntrySchema } from "@/lib/protocol/run-entry";
import { createEntryList } from "../entry-list";
import { isRunEnd } from "../run-end-line";
import { isRunId } from "../run-id";
import type { RunLogWriter, RunStore } from "../run-store";
import { StoreFailure } from "../store-failure";
import { migrate } from "./migrations";
import { createRemoteCommands } from "./remote-commands";

/** How often a server says that it lives, and after which silence its runs are taken over, in milliseconds. */
export const heartbeatMs = 2_500;
const silenceMs = 8_000;
const channel = "toolscope";

/** What the channel carries: a word and what it is about. Long texts stay in tables, since a payload may have 8 kB. */
type Notice = "lines" | "entry" | "removed" | "command" | "answer";

/**
 * @param url a `postgres://` address; connected to at the first use, and again after every loss
 * @returns a store whose every method throws a StoreFailure while the database cannot be reached
 */
export function createPostgresRunStore(url: string): RunStore {
  const me = randomUUID();
  const sql = postgres(url, { max: 6, connect_timeout: 5, onnotice: () => undefined });
  const entries = createEntryList();
  const watchers = new Map<string, Set<() => void>>();
  const mine = new Set<string>();
  let onRemoved: Parameters<RunStore["onRemoved"]>[0] = () => undefined;
  let opened: Promise<void> | null = null;
  let heartbeat: ReturnType<typeof setInterval> | undefined;

  /** Once; again where it failed. */
  const open = () => {
    opened ??= begin().catch((cause: unknown) => {
      opened = null;
      throw cause;
    });
    return opened;
  };
  const begin = async () => {
    await migrate(sql);
    await beat();
    heartbeat ??= setInterval(() => void beat().catch(() => undefined), heartbeatMs).unref();
    // Also after a lost connection: what was told meanwhile is made up for.
    await sql.listen(
      channel,
      (notice) => void heed(notice).catch(() => undefined),
      () => void catchUp().catch(() => undefined),
    );
    await loadEntries();
  };
  const beat = () => sql`
    insert into toolscope_instances (id, seen_at) values (${me}, now())
    on conflict (id) do update set seen_at = now()`;
  const loadEntries = async () => {
    const rows = await sql<{ entry: unknown }[]>`select entry from toolscope_runs where entry is not null`;
    entries.clear();
    for (const row of rows) noteEntry(row.entry);
  };
  const noteEntry = (stored: unknown) => {
    const entry = runEntrySchema.safeParse(stored);
    if (entry.success) entries.put(entry.data);
  };
  const catchUp = async () => {
    await loadEntries();
    for (const wakes of watchers.values()) for (const wake of wakes) wake();
    for (const runId of mine) await commands.take(runId);
    await commands.heedAnswers();
  };
  const heed = async (payload: string) => {
    const [notice, about = ""] = payload.split(" ");
    if (notice === "lines") for (const wake of watchers.get(about) ?? []) wake();
    if (notice === "removed") {
      entries.remove(about);
      onRemoved(about);
    }
    if (notice === "entry") {
      const [row] = await sql<{ entry: unknown }[]>`select entry from toolscope_runs where id = ${about}`;
      noteEntry(row?.entry);
    }
    if (notice === "command" && mine.has(about)) await commands.take(about);
    if (notice === "answer") await commands.heedAnswer(about);
  };
  const tell = (notice: Notice, about: string) => sql.notify(channel, `${notice} ${about}`);
  const commands = createRemoteCommands(sql, tell);
  const asked = <Result>(work: () => Promise<Result>): Promise<Result> =>
    storing(async () => {
      await open();
      return await work();
    });

  /** Fenced: an insert of a server whose run was taken over finds nothing to insert for. */
  const writerFor = (runId: string, from: number): RunLogWriter => {
    mine.add(runId);
    let next = from;
    return {
      append: (lines) =>
        asked(async () => {
          const [added] = await sql<{ count: number }[]>`
            with held as (
              select 1 from toolscope_runs where id = ${runId} and owner = ${me} and not ended for update
            ), added as (
              insert into toolscope_lines (run_id, seq, line)
              select ${runId}, ${next}::int + place::int - 1, line
              from unnest(${[...lines]}::text[]) with ordinality as given (line, place), held
              returning 1
            )
            select count(*)::int as count, pg_notify(${channel}, ${`lines ${runId}`}) from added`;
          if (added?.count !== lines.length) {
            throw new StoreFailure(
              `Another server took over run ${runId}, because this one had been silent for too long.`,
            );
          }
          next += lines.length;
        }),
      close: () =>
        asked(async () => {
          mine.delete(runId);
          await sql`update toolscope_runs set ended = true where id = ${runId} and owner = ${me}`;
          await tell("lines", runId);
        }),
    };
  };
  const linesOf = async (runId: string, from: number) => {
    const rows = await sql<{ line: string }[]>`
      select line from toolscope_lines where run_id = ${runId} and seq >= ${from} order by seq`;
    return rows.map((row) => row.line);
  };
  const exists = async (runId: string) =>
    (await sql`select 1 from toolscope_runs where id = ${runId}`).length > 0;
  const silent = sql`interval '1 millisecond' * ${silenceMs}`;
  const ownerIsGone = () => sql`not exists (
    select 1 from toolscope_instances where id = owner and seen_at > now() - ${silent})`;

  return {
    shared: true,
    create: (runId, key) =>
      asked(async () => {
        if (!isRunId(runId)) throw new Error(`"${runId}" is not a run id`);
        const made = await sql`
          insert into toolscope_runs (id, owner, idempotency_key) values (${runId}, ${me}, ${key})
          on conflict (idempotency_key) do nothing returning id`;
        if (made.length > 0) return { writer: writerFor(runId, 0) };
        const [row] = await sql<
          { id: string }[]
        >`select id from toolscope_runs where idempotency_key = ${key}`;
        if (row === undefined) throw new StoreFailure(`Run ${runId} could not be begun: try again.`);
        return { before: row.id };
      }),
    read: (runId, from = 0) =>
      asked(async () => {
        if (!isRunId(runId)) return null;
        const lines = await linesOf(runId, from);
        return lines.length > 0 || (await exists(runId)) ? lines : null;
      }),
    watch: (runId, wake) => {
      const wakes = watchers.get(runId) ?? new Set();
      watchers.set(runId, wakes.add(wake));
      return () => {
        wakes.delete(wake);
        if (wakes.size === 0) watchers.delete(runId);
      };
    },
    remove: (runId) =>
      asked(async () => {
        const gone = await sql`delete from toolscope_runs where id = ${runId} returning id`;
        entries.remove(runId);
        await tell("removed", runId);
        return gone.length > 0;
      }),
    abandoned: () =>
      asked(async () => {
        const rows = await sql<{ id: string }[]>`
          select id from toolscope_runs where not ended and owner <> ${me} and ${ownerIsGone()}`;
        return rows.map((row) => row.id);
      }),
    adopt: (runId) =>
      asked(async () => {
        const taken = await sql`
          update toolscope_runs set owner = ${me}
          where id = ${runId} and not ended and owner <> ${me} and ${ownerIsGone()} returning id`;
        if (taken.length === 0) return null;
        const lines = await linesOf(runId, 0);
        const writer = writerFor(runId, lines.length);
        if (!isRunEnd(lines.at(-1))) return { lines, writer };
        await writer.close();
        return null;
      }),
    entries: () => asked(async () => entries.all()),
    entry: (runId) => asked(async () => entries.get(runId)),
    describe: (entry: RunEntry) =>
      asked(async () => {
        entries.put(entry);
        await sql`update toolscope_runs set entry = ${JSON.stringify(entry)}::text::jsonb where id = ${entry.id}`;
        await tell("entry", entry.id);
      }),
    undescribed: () =>
      asked(async () => {
        const rows = await sql<{ id: string }[]>`select id from toolscope_runs where entry is null and ended`;
        return rows.map((row) => row.id);
      }),
    check: () =>
      asked(async () => {
        await beat();
      }),
    send: (runId, command) => asked(() => commands.send(runId, command)),
    onCommand: commands.onCommand,
    onRemoved: (listener) => {
      onRemoved = listener;
    },
    close: async () => {
      clearInterval(heartbeat);
      await sql`delete from toolscope_instances where id = ${me}`.catch(() => undefined);
      await sql.end({ timeout: 2 });
    },
  };
}

/** The database's own words name no password; its address is left to the operator, who set it. */
async function storing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StoreFailure || !(cause instanceof Error) || !("code" in cause)) throw cause;
    throw new StoreFailure(
      `Runs cannot be stored in the database: ${String(cause.code)}. Check that it runs and that DATABASE_URL is right.`,
      { cause },
    );
  }
}
