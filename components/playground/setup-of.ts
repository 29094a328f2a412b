// How does the setup become that of a scenario, or of the run on screen?
import { focusSetupField } from "@/components/setup/setup-focus";
import { notify } from "@/components/ui/toast-queue";
import type { Scenario } from "@/lib/client/catalogues";
import { draftFromConfig, draftFromFields } from "@/lib/client/draft-from-run";
import { mishapNames } from "@/lib/client/draft-mishaps";
import { isImported } from "@/lib/client/is-imported";
import { runStore } from "@/lib/client/run-store";
import { mayKeepSecrets } from "@/lib/client/same-far-end";
import { sendsTheSame, setOfTools } from "@/lib/client/set-from-run";
import type { SetupDraft } from "@/lib/client/setup-draft";
import { replaceSetup, setApiKey, setupStore } from "@/lib/client/setup-store";
import { currentSet, type ToolSet } from "@/lib/client/tool-set";
import { toolStore } from "@/lib/client/tool-store";
import { openSection, showSetup } from "@/lib/client/view-store";
import type { Mishap } from "@/lib/protocol/mishap";
import type { RunErrorCode } from "@/lib/protocol/run-error";
import { startFromSetup } from "./commands";

/** Fills the setup from a scenario and starts it. */
export function startScenario(scenario: Scenario): void {
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
