// Which engine, and which mishaps of it, does the setup form stand for?
import type { FormProblem } from "./form-field";
import { type HookRow, hookFields } from "./hook-row";
import type { SetupDraft } from "./setup-draft";

type ReadJson = (text: string, field: string) => unknown;
type Report = (problem: FormProblem) => void;

/** @returns the `engine` and `mishaps` of a run request; what stands at its default is left out */
export function engineOf(draft: SetupDraft, json: ReadJson, problem: Report) {
  const version = draft.sdkVersion === "" ? {} : { sdkVersion: draft.sdkVersion };
  switch (draft.engine) {
    case "manual":
      return {
        ...(draft.sdkVersion !== "" && { engine: { kind: draft.engine, ...version } }),
        ...(draft.mishaps.length > 0 && { mishaps: [...draft.mishaps] }),
      };
    case "tool-runner":
      return { engine: { kind: draft.engine, ...version, ...runnerOf(draft, json, problem) } };
    case "ai-sdk":
      return { engine: { kind: draft.engine } };
  }
}

function runnerOf(draft: SetupDraft, json: ReadJson, problem: Report) {
  const { thread, eager, maxIterations, hooks } = draft;
  return {
    ...(thread !== "default" && { thread: thread === "on" }),
    ...(eager && { eager }),
    ...(maxIterations !== null && { maxIterations }),
    ...(hooks.length > 0 && { hooks: hooks.map((hook) => hookOf(hook, json, problem)) }),
  };
}

function hookOf({ id, kind, afterTurn, tool, jsonText }: HookRow, json: ReadJson, problem: Report) {
  const fields = hookFields[kind];
  if (fields.turn === "required" && afterTurn === null) {
    problem({ field: `hooks.${id}.afterTurn`, message: "Say after which turn: this hook acts once" });
  }
  return {
    kind,
    ...(fields.turn !== "none" && afterTurn !== null && { afterTurn }),
    ...(fields.tool && tool.trim() !== "" && { tool: tool.trim() }),
    ...(fields.json !== null && { [fields.json]: json(jsonText, `hooks.${id}.${fields.json}`) }),
  };
}
