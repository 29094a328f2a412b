// How is the history kept in one file that a crash cannot spoil?
import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { runEntrySchema } from "@/lib/protocol/run-entry";
import { createEntryList, type EntryList } from "./entry-list";

/** Lines are added, never changed: the last one about a run counts. */
const lineSchema = z.union([z.object({ removed: z.string() }), runEntrySchema]);

export type EntryFile = Pick<EntryList, "get" | "put" | "remove" | "all">;

/** So many outdated lines are worth writing the file anew. */
const mostOutdated = 2_000;

/**
 * Reads the whole file at first, then appends to it. Damaged lines are left out: their runs count as having no entry,
 * and get a new one from their logs.
 */
export function openEntryFile(path: string): EntryFile {
  const entries = createEntryList();
  const text = readText(path);
  const lines = text.split("\n").filter(Boolean);
  for (const line of lines) note(entries, line);
  if (lines.length - entries.size() > mostOutdated) rewrite(path, entries);
  // A line that a crash cut short is not gone on with.
  let gap = text === "" || text.endsWith("\n") ? "" : "\n";
  const append = (line: object) => {
    const text = `${gap}${JSON.stringify(line)}\n`;
    // A full disk may take a part: the next line begins after it.
    gap = "\n";
    appendFileSync(path, text, { mode: 0o600 });
    gap = "";
  };
  return {
    get: entries.get,
    all: entries.all,
    put: (entry) => {
      append(entry);
      entries.put(entry);
    },
    remove: (runId) => {
      if (entries.get(runId) === undefined) return;
      append({ removed: runId });
      entries.remove(runId);
    },
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function note(entries: EntryList, line: string): void {
  const parsed = lineSchema.safeParse(jsonOrNull(line));
  if (!parsed.success) return;
  if ("removed" in parsed.data) entries.remove(parsed.data.removed);
  else entries.put(parsed.data);
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function rewrite(path: string, entries: EntryList): void {
  const text = entries.all().map((entry) => `${JSON.stringify(entry)}\n`);
  writeFileSync(`${path}.new`, text.join(""), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
