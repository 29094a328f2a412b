// Which tables does the database need, and how does it come by them?
import type { Sql } from "postgres";

/** Each is run once, in this order, in one transaction. Add to the end; never change one that was released. */
const migrations: readonly string[] = [
  `create table toolscope_instances (
     id text primary key,
     seen_at timestamptz not null default now()
   );
   create table toolscope_runs (
     id text primary key,
     owner text not null,
     ended boolean not null default false,
     idempotency_key text unique,
     entry jsonb
   );
   create index toolscope_runs_open on toolscope_runs (owner) where not ended;
   create table toolscope_lines (
     run_id text not null references toolscope_runs (id) on delete cascade,
     seq integer not null,
     line text not null,
     primary key (run_id, seq)
   );
   create table toolscope_commands (
     id bigserial primary key,
     run_id text not null references toolscope_runs (id) on delete cascade,
     command jsonb not null
   );`,
  `alter table toolscope_commands
     add column taken boolean not null default false,
     add column answer jsonb;`,
];

/** Any number will do, as long as nobody else in the database uses it: "tool" in hexadecimal. */
const lockId = 0x746f6f6c;

/** Brings the database to this version. Servers that start at the same time wait for one another. */
export async function migrate(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockId})`;
    await tx`create table if not exists toolscope_migrations (version integer primary key, at timestamptz default now())`;
    const rows = await tx<{ version: number }[]>`select version from toolscope_migrations`;
    const done = new Set(rows.map((row) => row.version));
    for (const [version, statement] of migrations.entries()) {
      if (done.has(version)) continue;
      await tx.unsafe(statement);
      await tx`insert into toolscope_migrations (version) values (${version})`;
    }
  });
}
