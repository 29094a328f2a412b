// What happens when Run is pressed?
import { recentRuns } from "./catalogues";
import { draftRequest } from "./draft-request";
import { formField } from "./form-field";
import { setupStore } from "./setup-store";
import { startRun } from "./start-run";
import { pushPath, urlParam } from "./url-params";

/** Starts a run from the setup and goes to it; what stands in the way is told at its field. @returns true if it started */
export async function submitSetup(): Promise<boolean> {
  const { draft, apiKey, starting } = setupStore.getState();
  if (starting) return false;
  const request = draftRequest(draft, apiKey);
  if (!request.ok) {
    setupStore.setState({ problem: request.problem });
    return false;
  }
  setupStore.setState({ starting: true, problem: null });
  const started = await startRun(request.body);
  setupStore.setState({ starting: false });
  if (!started.ok) {
    const { field, ...error } = started.error;
    setupStore.setState({ problem: { ...error, ...formField(draft, field) } });
    return false;
  }
  const tab = urlParam("tab", "");
  pushPath(`/runs/${started.runId}${tab === "" ? "" : `?tab=${tab}`}`);
  recentRuns.reload();
  return true;
}
