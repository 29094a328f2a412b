// What can a person do with the playground, from whichever button, key or menu?

import { goToProblem } from "@/components/setup/go-to-problem";
import { focusSetupField } from "@/components/setup/setup-focus";
import { notify } from "@/components/ui/toast-queue";
import type { Scenario } from "@/lib/client/catalogues";
import { comparePath } from "@/lib/client/compare-address";
import { exportRuns, saveJson } from "@/lib/client/export-runs";
import { toolsPath } from "@/lib/client/page-paths";
import type { Wish } from "@/lib/client/run-again";
import { changeLabel, runLabel } from "@/lib/client/run-label";
import { isGoingOn, runStatusOf } from "@/lib/client/run-status";
import { runStore } from "@/lib/client/run-store";
import { select } from "@/lib/client/selection";
import { stopRun } from "@/lib/client/stop-run";
import { submitInEachOrder, submitSetup } from "@/lib/client/submit-setup";
import { pushPath, setUrlParam } from "@/lib/client/url-params";
import { showSetup } from "@/lib/client/view-store";

/** Fills the setup from a scenario and starts it. */
export async function openScenario(scenario: Scenario): Promise<void> {
  const { startScenario } = await loadSetupOf();
  startScenario(scenario);
}

/** Does what another page wished for the run on screen. */
export async function carryOut(wish: Wish): Promise<void> {
  const { runAgain, editSetupOfRun, replayRun } = await loadSetupOf();
  if (wish === "run") runAgain();
  else if (wish === "edit") editSetupOfRun();
  else replayRun();
}

/** What makes a setup of something else comes after the first screen. */
export function loadSetupOf() {
  return import("./setup-of");
}

/** The element that holds the setup while it is in sight. */
export const setupId = "setup-pane";

export const runTabs = ["transcript", "timeline", "headers", "log"] as const;
export type RunTab = (typeof runTabs)[number];

/** Starts a run from the setup; where something is in the way, goes to the field it is about. */
export async function startFromSetup(): Promise<void> {
  if (isGoingOn(runStatusOf(runStore.getState()))) return;
  if (!(await submitSetup())) goToProblem();
}

/** Starts the setup once in every order its calls may have, side by side. */
export async function runInEachOrder(): Promise<void> {
  if (!(await submitInEachOrder())) goToProblem();
}

export async function stopCurrentRun(): Promise<void> {
  const state = runStore.getState();
  if (state.runId === null || !isGoingOn(runStatusOf(state))) return;
  const problem = await stopRun(state.runId);
  if (problem !== null)
    notify({ title: "The run could not be stopped", detail: problem.message, tone: "error" });
}

/** Keeps the run at hand at the top of the history, or no longer. */
export async function togglePin(): Promise<void> {
  const problem = await changeLabel({ pinned: !runLabel()?.pinned });
  if (problem !== null)
    notify({ title: "The run could not be pinned", detail: problem.message, tone: "error" });
}

/** Esc: first what is open closes, then what is going on stops. */
export function leaveOrStop(): void {
  if (new URLSearchParams(window.location.search).has("select")) select(null);
  else void stopCurrentRun();
}

export function newRun(): void {
  pushPath("/");
  focusPrompt();
}

function focusPrompt(): void {
  showSetup(true);
  focusSetupField("prompt");
}

/** Saves the run on screen as a file, which the history of any Toolscope takes in. */
export async function exportRun(): Promise<void> {
  const { runId } = runStore.getState();
  if (runId === null) return;
  const problem = await exportRuns({ ids: [runId] }, `${runId}.jsonl`);
  if (problem !== null) notify({ title: "The run could not be exported", detail: problem, tone: "error" });
}

/** Saves the requests of the run on screen for programs that read HTTP archives. */
export async function exportHar(): Promise<void> {
  const { runId, run } = runStore.getState();
  if (runId === null) return;
  const { harOf } = await import("@/lib/export/har");
  saveJson(harOf(run), `${runId}.har`);
}

export function showTab(tab: RunTab): void {
  setUrlParam("tab", tab === "transcript" ? "" : tab);
}

export function toggleSetup(): void {
  showSetup(document.getElementById(setupId) === null);
}

/** Goes to the page where tools are written. */
export function openWorkbench(): void {
  window.location.assign(toolsPath);
}

/** Goes to the page that puts runs side by side. */
export function compareRuns(ids: readonly string[]): void {
  window.location.assign(comparePath(ids));
}

/** Puts the run on screen beside others, which are picked there. */
export function compareCurrentRun(): void {
  const { runId } = runStore.getState();
  compareRuns(runId === null ? [] : [runId]);
}

export async function copyRunLink(): Promise<void> {
  await navigator.clipboard.writeText(window.location.href);
  notify({ title: "Link copied" });
}
