// How are the runs of the header lab got rid of?
import { deleteRuns } from "@/components/content/delete-runs";
import { labStore } from "@/lib/client/lab-results";

/** Empties the table, and deletes the runs behind it. What was run again meanwhile stays as it is when that is undone. */
export function clearLab(): void {
  const { results, runIds } = labStore.getState();
  deleteRuns([...new Set(Object.values(runIds))], {
    hide: () => labStore.setState({ results: {}, runIds: {}, problem: null }),
    show: () =>
      labStore.setState((now) => ({
        results: { ...results, ...now.results },
        runIds: { ...runIds, ...now.runIds },
      })),
  });
}
