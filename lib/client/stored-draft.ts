// What is left of a stored setup, whatever happened to it since?

import { isJsonObject } from "@/lib/protocol/json-object";
import { limitsFrom } from "./draft-limits";
import { mishapOf } from "./draft-mishaps";
import { firstJson, type HookRow, hookKinds } from "./hook-row";
import { choiceOf, flagOf, listOf, numberOf, textOf } from "./json-fields";
import { randomId } from "./random-id";
import {
  defaultDraft,
  engineKinds,
  executions,
  type HeaderRow,
  providerKinds,
  type SetupDraft,
  threadChoices,
  toolChoices,
} from "./setup-draft";

/** @returns the stored setup; every field that is missing or damaged has its default */
export function readStoredDraft(stored: unknown): SetupDraft {
  const fields = isJsonObject(stored) ? stored : {};
  const text = (name: keyof SetupDraft, fallback = "") => textOf(fields[name], fallback);
  return {
    prompt: text("prompt", defaultDraft.prompt),
    messagesText: text("messagesText"),
    system: text("system"),
    model: text("model", defaultDraft.model),
    provider: choiceOf(fields.provider, providerKinds, defaultDraft.provider),
    baseURL: text("baseURL"),
    gateway: flagOf(fields.gateway, defaultDraft.gateway),
    recordedRunId: text("recordedRunId"),
    replaySpeed: numberOf(fields.replaySpeed, null) ?? defaultDraft.replaySpeed,
    engine: choiceOf(fields.engine, engineKinds, defaultDraft.engine),
    sdkVersion: text("sdkVersion"),
    thread: choiceOf(fields.thread, threadChoices, defaultDraft.thread),
    eager: flagOf(fields.eager, defaultDraft.eager),
    maxIterations: numberOf(fields.maxIterations, defaultDraft.maxIterations),
    hooks: listOf(fields.hooks, readHookRow),
    mishaps: listOf(fields.mishaps, mishapOf),
    execution: choiceOf(fields.execution, executions, defaultDraft.execution),
    stream: flagOf(fields.stream, defaultDraft.stream),
    toolChoice: choiceOf(fields.toolChoice, toolChoices, defaultDraft.toolChoice),
    toolChoiceName: text("toolChoiceName"),
    parallelToolUse: flagOf(fields.parallelToolUse, defaultDraft.parallelToolUse),
    maxTokens: numberOf(fields.maxTokens, defaultDraft.maxTokens),
    defaultHeaders: listOf(fields.defaultHeaders, readHeaderRow),
    perRequestHeaders: listOf(fields.perRequestHeaders, readHeaderRow),
    expectations: text("expectations"),
    ...limitsFrom(fields),
    paramsText: text("paramsText"),
    scenario: typeof fields.scenario === "string" ? fields.scenario : null,
  };
}

/** @returns the setup without what may not be stored: the values of secret headers */
export function storableDraft(draft: SetupDraft): SetupDraft {
  const withoutSecret = (row: HeaderRow) => (row.secret ? { ...row, value: "" } : row);
  return {
    ...draft,
    defaultHeaders: draft.defaultHeaders.map(withoutSecret),
    perRequestHeaders: draft.perRequestHeaders.map(withoutSecret),
  };
}

function readHeaderRow(item: unknown): HeaderRow | null {
  if (!isJsonObject(item)) return null;
  return {
    id: randomId(),
    name: textOf(item.name, ""),
    value: textOf(item.value, ""),
    secret: flagOf(item.secret, false),
  };
}

function readHookRow(item: unknown): HookRow | null {
  if (!isJsonObject(item)) return null;
  const kind = choiceOf(item.kind, hookKinds, hookKinds[0]);
  return {
    id: randomId(),
    kind,
    afterTurn: numberOf(item.afterTurn, null),
    tool: textOf(item.tool, ""),
    jsonText: textOf(item.jsonText, firstJson[kind]),
  };
}
