// How are runs kept as one JSONL file each?
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type EntryFile, openEntryFile } from "./entry-file";
import { claimFolder, releaseFolder } from "./folder-owner";
import { isRunEnd } from "./run-end-line";
import { isRunId } from "./run-id";
import type { RunLogWriter, RunStore } from "./run-store";
import { StoreFailure, storing } from "./store-failure";

const ending = ".jsonl";
/** Keys older than the newest thousand are forgotten: they guard against a repeated send, not a repeated wish. */
const mostKeys = 1_000;
/** A full disk may still have room for a file without content. */
const probeBytes = 32_768;

/**
 * One file per run under `runs/`, readable with any text tool. Appends are synchronous: when `append` returns, the
 * lines have left this process and survive its death. One process writes to the folder at a time, others may read.
 *
 * @param dataDir made with mode 0700 where it is missing; files have mode 0600
 */
export function createFileRunStore(dataDir: string): RunStore {
  const folder = join(dataDir, "runs");
  const claim = join(folder, "owner.pid");
  const probe = join(folder, "probe.tmp");
  const keys = new Map<string, string>();
  const written = new Set<string>();
  let entries: EntryFile | null = null;

  const pathOf = (runId: string) => {
    if (!isRunId(runId)) throw new Error(`"${runId}" is not a run id`);
    return join(folder, runId + ending);
  };
  /** Asked for each time, so that a folder that can be had again is had without a restart. */
  const isOurs = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return claimFolder(claim);
  };
  const beOurs = () => {
    const other = isOurs();
    if (other !== null) throw new StoreFailure(lockedText(folder, other, claim));
  };
  const index = () => {
    entries ??= openEntryFile(join(folder, "index.jsonl"));
    return entries;
  };
  const runIds = async () => {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter(isRunId);
  };
  const writerFor = (runId: string, file: number): RunLogWriter => {
    written.add(runId);
    return writerOf(folder, file, () => written.delete(runId));
  };

  return {
    shared: false,
    create: async (runId, key) => {
      const path = pathOf(runId);
      const before = key === null ? undefined : keys.get(key);
      if (before !== undefined) return { before };
      const file = storing(folder, () => {
        beOurs();
        return openSync(path, "ax", 0o600);
      });
      if (key !== null) remember(keys, key, runId);
      return { writer: writerFor(runId, file) };
    },
    read: async (runId, from = 0) => {
      const lines = isRunId(runId) ? wholeLines(await readOrNull(pathOf(runId))) : null;
      return from === 0 || lines === null ? lines : lines.slice(from);
    },
    watch: () => () => undefined,
    remove: async (runId) => {
      if (!isRunId(runId) || !existsSync(pathOf(runId))) return false;
      storing(folder, () => {
        beOurs();
        rmSync(pathOf(runId), { force: true });
        index().remove(runId);
      });
      for (const [key, id] of keys) if (id === runId) keys.delete(key);
      return true;
    },
    abandoned: async () => {
      if (storing(folder, isOurs) !== null) return [];
      const known = storing(folder, index);
      return (await runIds()).filter((runId) => !written.has(runId) && known.get(runId)?.outcome == null);
    },
    adopt: async (runId) => {
      if (!isRunId(runId) || written.has(runId) || storing(folder, isOurs) !== null) return null;
      const path = pathOf(runId);
      return storing(folder, () => {
        const bytes = readFileSync(path);
        const end = bytes.lastIndexOf("\n") + 1;
        const lines = wholeLines(bytes.subarray(0, end).toString("utf8")) ?? [];
        if (isRunEnd(lines.at(-1))) return null;
        truncateSync(path, end);
        return { lines, writer: writerFor(runId, openSync(path, "a", 0o600)) };
      });
    },
    entries: async () => storing(folder, () => index().all()),
    entry: async (runId) => storing(folder, () => index().get(runId)),
    describe: async (entry) =>
      storing(folder, () => {
        beOurs();
        index().put(entry);
      }),
    undescribed: async () => {
      const known = storing(folder, index);
      return (await runIds()).filter((runId) => known.get(runId) === undefined);
    },
    check: async () =>
      storing(folder, () => {
        beOurs();
        try {
          writeFileSync(probe, Buffer.alloc(probeBytes), { mode: 0o600 });
        } finally {
          rmSync(probe, { force: true });
        }
      }),
    send: async () => null,
    onCommand: () => undefined,
    onRemoved: () => undefined,
    close: async () => releaseFolder(claim),
  };
}

function lockedText(folder: string, owner: number, claim: string): string {
  return (
    `Another Toolscope (process ${owner}) keeps its runs in ${folder}. Stop it, or set TOOLSCOPE_DATA_DIR to another ` +
    `folder. If there is none, delete ${claim}.`
  );
}

function remember(keys: Map<string, string>, key: string, runId: string): void {
  keys.set(key, runId);
  const oldest = keys.keys().next().value;
  if (keys.size > mostKeys && oldest !== undefined) keys.delete(oldest);
}

function writerOf(folder: string, file: number, onClose: () => void): RunLogWriter {
  const append = (lines: readonly string[]) => {
    const before = fstatSync(file).size;
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    } catch (cause) {
      // A full disk takes part of a line: what is tried again later begins where this began.
      ftruncateSync(file, before);
      throw cause;
    }
  };
  return {
    append: (lines) => storing(folder, () => append(lines)),
    close: () => {
      closeSync(file);
      onClose();
    },
  };
}

function wholeLines(text: string | null): string[] | null {
  if (text === null) return null;
  const lines = text.split("\n");
  // What follows the last line break is either nothing or a line that was cut by a crash.
  lines.pop();
  return lines;
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
