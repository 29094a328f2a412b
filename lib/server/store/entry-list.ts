// How are the entries of ten thousand runs kept at hand, newest first?
import type { RunEntry } from "@/lib/protocol/run-entry";

export type EntryList = {
  readonly get: (runId: string) => RunEntry | undefined;
  readonly put: (entry: RunEntry) => void;
  readonly remove: (runId: string) => void;
  readonly clear: () => void;
  readonly size: () => number;
  /** Newest first; the same array until something changes. */
  readonly all: () => readonly RunEntry[];
};

export function createEntryList(): EntryList {
  const byId = new Map<string, RunEntry>();
  let sorted: readonly RunEntry[] | null = [];
  return {
    get: (runId) => byId.get(runId),
    put: (entry) => {
      byId.set(entry.id, entry);
      sorted = null;
    },
    remove: (runId) => {
      if (byId.delete(runId)) sorted = null;
    },
    clear: () => {
      byId.clear();
      sorted = [];
    },
    size: () => byId.size,
    all: () => {
      // Ids begin with the time.
      sorted ??= [...byId.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
      return sorted;
    },
  };
}
