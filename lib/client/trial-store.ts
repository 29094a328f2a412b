// Which calls were made from the tool workbench, and what goes on right now?
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { isJsonObject } from "@/lib/protocol/json-object";
import { listOf, textOf } from "./json-fields";
import { keptStorage } from "./kept-storage";
import type { Trial, TrialCall } from "./trial-call";

export type TrialState = {
  /** Newest first. */
  readonly trials: readonly Trial[];
  /** The input typed for each tool, by its id. */
  readonly inputs: Readonly<Record<string, string>>;
};

const mostTrials = 60;
/** Characters of a result beyond which only its size and fate are kept: the browser's store is small. */
const mostKeptCharacters = 40_000;

export const trialStore = createStore<TrialState>()(
  persist((): TrialState => ({ trials: [], inputs: {} }), {
    name: "toolscope:trials",
    storage: keptStorage(),
    version: 1,
    partialize: ({ trials, inputs }): unknown => ({ trials: trials.map(storable), inputs }),
    migrate: read,
    merge: (stored, state) => ({ ...state, ...read(stored) }),
  }),
);

export function useTrials<T>(pick: (state: TrialState) => T): T {
  return useStore(trialStore, pick);
}

export function addTrial(trial: Trial): void {
  trialStore.setState(({ trials }) => ({ trials: [trial, ...trials].slice(0, mostTrials) }));
}

export function changeTrial(id: string, change: (trial: Trial) => Trial): void {
  trialStore.setState(({ trials }) => ({
    trials: trials.map((trial) => (trial.id === id ? change(trial) : trial)),
  }));
}

/** Forgets the calls of a tool. */
export function forgetTrials(toolId: string): void {
  trialStore.setState(({ trials }) => ({ trials: trials.filter((trial) => trial.toolId !== toolId) }));
}

export function typeInput(toolId: string, text: string): void {
  trialStore.setState(({ inputs }) => ({ inputs: { ...inputs, [toolId]: text } }));
}

function storable(trial: Trial): Trial {
  return { ...trial, calls: trial.calls.slice(0, 20).map(storableCall) };
}

function storableCall(call: TrialCall): TrialCall {
  const fits = JSON.stringify(call.result).length <= mostKeptCharacters;
  return { ...call, log: call.log.slice(0, 50), result: fits ? call.result : null };
}

function read(stored: unknown): TrialState {
  const fields = isJsonObject(stored) ? stored : {};
  const inputs = isJsonObject(fields.inputs) ? Object.entries(fields.inputs) : [];
  return {
    trials: listOf(fields.trials, readTrial),
    inputs: Object.fromEntries(inputs.map(([id, text]) => [id, textOf(text, "{}")])),
  };
}

/** A trial that went on when the page was left was stopped by that. */
function readTrial(item: unknown): Trial | null {
  if (!isJsonObject(item) || !Array.isArray(item.calls)) return null;
  const { state } = item;
  return {
    id: textOf(item.id, ""),
    toolId: textOf(item.toolId, ""),
    toolName: textOf(item.toolName, ""),
    at: textOf(item.at, ""),
    inputText: textOf(item.inputText, "{}"),
    state: state === "ended" || state === "failed" ? state : "stopped",
    calls: listOf(item.calls, readCall),
    problem: null,
  };
}

function readCall(item: unknown): TrialCall | null {
  if (!isJsonObject(item) || typeof item.call !== "number" || typeof item.startedAt !== "number") return null;
  const { result } = item;
  const whole = isJsonObject(result) && (typeof result.content === "string" || Array.isArray(result.content));
  return {
    call: item.call,
    toolCallId: textOf(item.toolCallId, ""),
    startedAt: item.startedAt,
    endedAt: typeof item.endedAt === "number" ? item.endedAt : null,
    log: listOf(item.log, (line) =>
      isJsonObject(line) && typeof line.at === "number" ? { at: line.at, line: textOf(line.line, "") } : null,
    ),
    result: whole ? { content: contentOf(result.content), isError: result.isError === true } : null,
  };
}

function contentOf(content: unknown): string | Record<string, unknown>[] {
  return Array.isArray(content) ? content.filter(isJsonObject) : textOf(content, "");
}
