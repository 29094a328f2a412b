// What does the machine look like to whoever came in with one access token?
import type { RunEntry } from "@/lib/protocol/run-entry";
import type { RunExport } from "@/lib/protocol/run-import";
import type { Machine } from "../machine";

/**
 * The same machine with a history of its own: runs begun or imported through it belong to the scope, and no others are
 * listed. A run that is asked for by its id goes through `isVisible`.
 *
 * @param scope the name of the token; blank for the operator, who sees all runs
 */
export function scopedMachine(machine: Machine, scope: string): Machine {
  if (scope === "") return machine;
  const { store } = machine;
  const isOurs = (entry: RunEntry) => entry.scope === scope;
  return {
    ...machine,
    scope,
    store: {
      ...store,
      entries: async () => (await store.entries()).filter(isOurs),
      entry: async (runId) => {
        const entry = await store.entry(runId);
        return entry !== undefined && isOurs(entry) ? entry : undefined;
      },
      describe: (entry) => store.describe({ ...entry, scope }),
      // The same key of two people means two runs.
      create: (runId, key) => store.create(runId, key === null ? null : `${scope} ${key}`),
    },
  };
}

/** @returns whether whoever the machine serves may know of the run */
export async function isVisible(machine: Machine, runId: string): Promise<boolean> {
  return machine.scope === "" || (await machine.store.entry(runId)) !== undefined;
}

/** @returns what is left of the runs that somebody named for an export */
export async function visiblePart(machine: Machine, wanted: RunExport): Promise<RunExport> {
  if (machine.scope === "" || wanted.ids === undefined) return wanted;
  const visible = await visibleIds(machine);
  return { ...wanted, ids: wanted.ids.filter((id) => visible.has(id)) };
}

async function visibleIds({ store }: Machine): Promise<ReadonlySet<string>> {
  return new Set((await store.entries()).map((entry) => entry.id));
}
