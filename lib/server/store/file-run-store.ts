// How are runs kept as one JSONL file each?
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isRunId } from "./run-id";
import type { RunLogWriter, RunStore } from "./run-store";
import { storing } from "./store-failure";

const ending = ".jsonl";

/**
 * One file per run under `runs/`, readable with any text tool. Appends are synchronous: when `append` returns, the
 * lines have left this process and survive its death.
 *
 * @param dataDir made with mode 0700 where it is missing; files have mode 0600
 * @throws StoreFailure where the folder or a file in it cannot be made
 */
export function createFileRunStore(dataDir: string): RunStore {
  const folder = join(dataDir, "runs");
  storing(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const pathOf = (runId: string) => {
    if (!isRunId(runId)) throw new Error(`"${runId}" is not a run id`);
    return join(folder, runId + ending);
  };
  return {
    create: (runId) => writerOf(storing(folder, () => openSync(pathOf(runId), "ax", 0o600))),
    reopen: (runId) => {
      const path = pathOf(runId);
      const text = readFileSync(path);
      truncateSync(path, text.lastIndexOf("\n") + 1);
      return writerOf(openSync(path, "a", 0o600));
    },
    read: async (runId) => (isRunId(runId) ? wholeLines(await readOrNull(pathOf(runId))) : null),
    list: async () => {
      const names = await readdir(folder);
      const ids = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
      return ids.filter(isRunId).sort().reverse();
    },
    remove: async (runId) => {
      if (!isRunId(runId) || (await readOrNull(pathOf(runId))) === null) return false;
      await rm(pathOf(runId), { force: true });
      return true;
    },
  };
}

function writerOf(file: number): RunLogWriter {
  return {
    append: (lines) => {
      const bytes = Buffer.from(`${lines.join("\n")}\n`);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    },
    close: () => closeSync(file),
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
