// How does a test have a real Postgres of its own?
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "./free-port";

/** Debian keeps the server's programs of each version in a folder of their own. */
const debian = "/usr/lib/postgresql";
const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];

/** Where the server's programs are, or undefined. */
export const postgresFolder = folders.find((folder) => existsSync(join(folder, "initdb")));

export type TestPostgres = {
  /** A `postgres://` address of a new, empty database of this server. */
  readonly newDatabase: () => Promise<string>;
  /** Ends the server as a crash would; `start` brings it back on the same port. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts a server in a folder of its own, on loopback, with a made-up password. */
export async function startPostgres(): Promise<TestPostgres> {
  if (postgresFolder === undefined) throw new Error("Postgres is not installed");
  const bin = postgresFolder;
  const folder = mkdtempSync(join(tmpdir(), "toolscope-postgres-"));
  const data = join(folder, "data");
  const user = ordinaryUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "toolscope", "-A", "trust", "-E", "UTF8", "--no-sync"],
    {
      ...user,
      stdio: "ignore",
      cwd: folder,
      env: { ...process.env, LC_ALL: "C" },
    },
  );
  const port = await freePort();
  const address = (name: string) => `postgres://toolscope:made-up-password@127.0.0.1:${port}/${name}`;
  const options = ["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1", "-c", "fsync=off"];
  let child: ChildProcess | undefined;
  let count = 0;

  const start = async () => {
    const started = spawn(join(bin, "postgres"), options, { ...user, stdio: "ignore", cwd: folder });
    child = started;
    await answering(address("postgres"), started);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child?.once("exit", resolve));
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    newDatabase: async () => {
      count += 1;
      const sql = postgres(address("postgres"), { max: 1 });
      await sql.unsafe(`create database test_${count}`);
      await sql.end();
      return address(`test_${count}`);
    },
    // Immediate shutdown: every connection breaks, and the next start recovers.
    kill: () => end("SIGQUIT"),
    start,
    close: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Postgres refuses to run as root: it gets an ordinary user, as Debian's own has. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string) => Number(execFileSync("id", [flag, "postgres"]).toString());
  return { uid: number("-u"), gid: number("-g") };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const sql = postgres(url, { max: 1, connect_timeout: 2 });
    const up = await sql`select 1`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error("Postgres did not start");
}
