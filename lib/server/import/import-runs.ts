// How do runs from a file come into the history?
import type { ImportedRun } from "@/lib/protocol/run-import";
import { findingsOf } from "@/lib/run/findings";
import { entryOf } from "@/lib/run/run-entry";
import type { Environment } from "../environment";
import type { Machine } from "../machine";
import { runOfLines } from "../run/history";
import { interruptedEnd } from "../store/close-interrupted";
import { isRunEnd } from "../store/run-end-line";
import { runIdOfLog } from "../store/run-id";
import { hideSecrets } from "./hide-secrets";
import { type FileLog, readLogs } from "./read-logs";

/**
 * Stores every log of a file as it stands there. Nothing is carried out: a log is read, never followed. A log without
 * an end, exported while its run went on, is closed as interrupted.
 *
 * @param text JSON lines, one log after another
 * @throws ApiFailure 400 naming the line that is wrong; nothing was stored then
 * @throws StoreFailure where they cannot be stored; those before it are
 */
export async function importRuns(
  machine: Machine,
  environment: Environment,
  text: string,
): Promise<ImportedRun[]> {
  const logs = await readLogs(text);
  const imported: ImportedRun[] = [];
  for (const log of logs) imported.push(await importLog(machine, environment, log));
  return imported;
}

async function importLog(machine: Machine, environment: Environment, log: FileLog): Promise<ImportedRun> {
  const { lines, hidden } = hideSecrets(log, environment, machine.fingerprint);
  const idInFile = log.start.runId;
  const here = await machine.store.read(idInFile);
  if (here === null) return store(machine, idInFile, log, lines, hidden);
  if (isSameLog(here, lines)) return present(idInFile, here, hidden);
  // Always the same one for the same log: who imports a file twice has its runs once.
  const id = runIdOfLog(Date.parse(log.start.startedAt), lines);
  const renamed = [withRunId(lines[0] ?? "", id), ...lines.slice(1)];
  const copy = await machine.store.read(id);
  if (copy !== null && isSameLog(copy, renamed)) return { ...present(id, copy, hidden), idInFile };
  return { ...(await store(machine, id, log, renamed, hidden)), idInFile };
}

async function store(
  { store, reader }: Machine,
  id: string,
  { events }: FileLog,
  lines: readonly string[],
  hidden: number,
): Promise<ImportedRun> {
  const whole = isRunEnd(lines.at(-1)) ? lines : [...lines, ...interruptedEnd(events)];
  const run = runOfLines(id, whole);
  const created = await store.create(id, null);
  if ("before" in created) throw new Error("a run without a key is always a new one");
  try {
    await created.writer.append(whole);
    await created.writer.close();
    await store.describe({ ...entryOf(run, findingsOf(run)), imported: true });
  } catch (cause) {
    // Half a run is none.
    await Promise.resolve(created.writer.close()).catch(() => undefined);
    await store.remove(id).catch(() => undefined);
    throw cause;
  }
  reader.forget(id);
  return { id, title: entryOf(run, []).title, status: "imported", hidden };
}

function present(id: string, lines: readonly string[], hidden: number): ImportedRun {
  return { id, title: entryOf(runOfLines(id, lines), []).title, status: "present", hidden };
}

/** A log without an end is the same as what it grew into. */
function isSameLog(here: readonly string[], lines: readonly string[]): boolean {
  if (isRunEnd(lines.at(-1)) && here.length !== lines.length) return false;
  return lines.every((line, index) => here[index] === line);
}

function withRunId(line: string, runId: string): string {
  return JSON.stringify({ ...JSON.parse(line), runId });
}
