// What can a person do with the playground, from whichever button, key or menu?

import { goToProblem } from "@/components/setup/go-to-problem";
import { focusSetupField } from "@/components/setup/setup-focus";
import { notify } from "@/components/ui/toast-queue";
import type { Scenario } from "@/lib/client/catalogues";
import { comparePath } from "@/lib/client/compare-address";
import { draftFromConfig, draftFromFields } from "@/lib/client/draft-from-run";
import { mishapNames } from "@/lib/client/draft-mishaps";
import { exportRuns, saveJson } from "@/lib/client/export-runs";
import { isImported } from "@/lib/client/is-imported";
import { toolsPath } from "@/lib/client/page-paths";
import type { Wish } from "@/lib/client/run-again";
import { changeLabel, runLabel } from "@/lib/client/run-label";
import { isGoingOn, runStatusOf } from "@/lib/client/run-status";
import { runStore } from "@/lib/client/run-store";
import { mayKeepSecrets } from "@/lib/client/same-far-end";
import { select } from "@/lib/client/selection";
import { sendsTheSame, setOfTools } from "@/lib/client/set-from-run";
import type { SetupDraft } from "@/lib/client/setup-draft";
import { replaceSetup, setApiKey, setupStore } from "@/lib/client/setup-store";
import { stopRun } from "@/lib/client/stop-run";
import { submitInEachOrder, submitSetup } from "@/lib/client/submit-setup";
import { currentSet, type ToolSet } from "@/lib/client/tool-set";
import { toolStore } from "@/lib/client/tool-store";
import { pushPath, setUrlParam } from "@/lib/client/url-params";
import { openSection, showSetup } from "@/lib/client/view-store";
import type { Mishap } from "@/lib/protocol/mishap";
import type { RunErrorCode } from "@/lib/protocol/run-error";

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

export function openScenario(scenario: Scenario): void {
  const draft = { ...draftFromFields(scenario.setup), scenario: scenario.name };
  fillSetup(draft, setOfTools(scenario.title, scenario.setup.tools), `Setup: ${scenario.title}`);
  void startFromSetup();
}

/** Fills the setup from the run on screen, unless it is that run's setup already (and may hold secrets still). */
export function takeSetupOfRun(): void {
  const taken = setupOfRun();
  if (taken === null) return;
  const { draft, tools } = taken;
  const same = startsLike(setupStore.getState().draft, draft) && isSentAlready(tools);
  if (!same) fillSetup(draft, tools, "Setup taken from this run");
  showSetup(true);
}

/** Starts the run on screen once more, but for a mistake of ours that was switched on. */
export function runAgainWithout(mishap: Mishap): void {
  const taken = setupOfRun();
  if (taken === null) return;
  const { draft, tools } = taken;
  const mishaps = draft.mishaps.filter((each) => each !== mishap);
  fillSetup({ ...draft, mishaps }, tools, `Mishap switched off: ${mishapNames[mishap]}`);
  void startIfOurs();
}

/** Starts the run on screen once more, with a sentence added to its system prompt. */
export function runAgainWithSentence(sentence: string): void {
  const taken = setupOfRun();
  if (taken === null) return;
  const { draft, tools } = taken;
  const system = draft.system.trim() === "" ? sentence : `${draft.system}\n\n${sentence}`;
  fillSetup({ ...draft, system }, tools, "Sentence added to the system prompt");
  void startIfOurs();
}

function setupOfRun(): { readonly draft: SetupDraft; readonly tools: ToolSet } | null {
  const { config } = runStore.getState().run;
  if (config === null) return null;
  const before = setupStore.getState().draft;
  const typed = mayKeepSecrets(before, draftFromConfig(config))
    ? [...before.defaultHeaders, ...before.perRequestHeaders]
    : [];
  return { draft: draftFromConfig(config, typed), tools: setOfTools("Tools of the run", config.tools) };
}

function isSentAlready(tools: ToolSet): boolean {
  return sendsTheSame(currentSet(toolStore.getState()).tools, tools.tools);
}

/** Fills the setup from the run on screen and goes to what its failure is most likely about. */
export function editSetupOfRun(): void {
  takeSetupOfRun();
  const { end } = runStore.getState().run;
  const code = end?.outcome === "failed" ? end.error.code : null;
  const field = code === null ? undefined : suspects[code];
  openSection("provider", true);
  focusSetupField(field ?? "prompt");
}

const suspects: Partial<Record<RunErrorCode, string>> = {
  "provider-unreachable": "provider.baseURL",
  redirected: "provider.baseURL",
  "unexpected-content": "provider.baseURL",
  authentication: "provider.apiKey",
  "missing-credential": "provider.apiKey",
};

/** Starts another run with the setup of the one on screen. */
export function runAgain(): void {
  takeSetupOfRun();
  void startIfOurs();
}

/** A run from a file may have anybody's tools and addresses: they are looked at before they are used. */
async function startIfOurs(): Promise<void> {
  if (!(await isImported(runStore.getState().runId))) return startFromSetup();
  showSetup(true);
  const detail = "Look at its tools and its provider, then press Run.";
  notify({ title: "This run comes from a file", detail });
}

/** Does what another page wished for the run on screen. */
export function carryOut(wish: Wish): void {
  if (wish === "run") runAgain();
  else if (wish === "edit") editSetupOfRun();
  else replayRun();
}

/** Fills the setup so that the replies of the run on screen answer a new one, and goes to the choice of the engine. */
export function replayRun(): void {
  const taken = setupOfRun();
  const { runId } = runStore.getState();
  if (taken === null || runId === null) return;
  const draft: SetupDraft = { ...taken.draft, provider: "recorded", recordedRunId: runId, scenario: null };
  fillSetup(draft, taken.tools, "Its replies answer the next run: choose an engine");
  showSetup(true);
  openSection("engine", true);
  focusSetupField("engine.kind");
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

/** A tool set that sends the same stays as it is. */
function fillSetup(draft: SetupDraft, tools: ToolSet, title: string): void {
  if (!mayKeepSecrets(setupStore.getState().draft, draft)) setApiKey("");
  const undo = isSentAlready(tools) ? replaceSetup(draft) : replaceSetup(draft, tools);
  notify({ title, action: { label: "Undo", run: undo } });
}

/** Row ids aside; the setup a run came from is kept as it is, secrets included. */
function startsLike(one: SetupDraft, other: SetupDraft): boolean {
  const bare = (draft: SetupDraft) =>
    JSON.stringify(draft, (key, value: unknown) => (key === "id" || key === "value" ? undefined : value));
  return bare(one) === bare(other);
}
