// Which setup would start a run like this one again?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunConfig } from "@/lib/protocol/run-config";
import { limitsFrom } from "./draft-limits";
import { mishapOf } from "./draft-mishaps";
import { type HookRow, hookFields, hookKinds } from "./hook-row";
import { choiceOf, flagOf, listOf, numberOf, textOf } from "./json-fields";
import { randomId } from "./random-id";
import {
  defaultDraft,
  engineKinds,
  executions,
  type HeaderRow,
  providerKinds,
  type SetupDraft,
  toolChoices,
} from "./setup-draft";

/** The setup fields of a run request or a scenario, laid over the defaults; its tools are a set of their own. */
export function draftFromFields(fields: Readonly<Record<string, unknown>>): SetupDraft {
  const choice = isJsonObject(fields.toolChoice) ? fields.toolChoice : {};
  const limits = isJsonObject(fields.limits) ? fields.limits : {};
  return {
    ...defaultDraft,
    ...questionOf(fields),
    system: systemText(fields.system),
    model: textOf(fields.model, defaultDraft.model),
    execution: choiceOf(fields.execution, executions, defaultDraft.execution),
    stream: flagOf(fields.stream, true),
    toolChoice: choiceOf(choice.type, toolChoices, "auto"),
    toolChoiceName: textOf(choice.name, ""),
    parallelToolUse: choice.disable_parallel_tool_use !== true,
    maxTokens: numberOf(fields.maxTokens, defaultDraft.maxTokens),
    expectations: Array.isArray(fields.expectations) ? fields.expectations.join(", ") : "",
    ...limitsFrom(limits),
    paramsText:
      isJsonObject(fields.params) && Object.keys(fields.params).length > 0 ? jsonText(fields.params) : "",
    scenario: typeof fields.scenario === "string" ? fields.scenario : null,
    ...engineFields(isJsonObject(fields.engine) ? fields.engine : {}),
    mishaps: listOf(fields.mishaps, mishapOf),
    gateway: isJsonObject(fields.provider) && flagOf(fields.provider.gateway, false),
    ...typedHeaders(isJsonObject(fields.headers) ? fields.headers : {}),
  };
}

function engineFields(engine: Readonly<Record<string, unknown>>) {
  const { thread } = engine;
  return {
    engine: choiceOf(engine.kind, engineKinds, defaultDraft.engine),
    sdkVersion: textOf(engine.sdkVersion, ""),
    thread: typeof thread === "boolean" ? (thread ? "on" : "off") : defaultDraft.thread,
    eager: flagOf(engine.eager, false),
    maxIterations: numberOf(engine.maxIterations, null),
    hooks: listOf(engine.hooks, hookRowOf),
  } as const;
}

function hookRowOf(hook: unknown): HookRow | null {
  if (!isJsonObject(hook)) return null;
  const kind = hookKinds.find((each) => each === hook.kind);
  if (kind === undefined) return null;
  const { json } = hookFields[kind];
  return {
    id: randomId(),
    kind,
    afterTurn: numberOf(hook.afterTurn, null),
    tool: textOf(hook.tool, ""),
    jsonText: json === null ? "" : jsonText(hook[json]),
  };
}

/** Headers as a scenario or a request body has them, their values in plain text. */
function typedHeaders(headers: Readonly<Record<string, unknown>>) {
  const rows = (list: unknown) =>
    listOf(list, (item): HeaderRow | null => {
      if (!isJsonObject(item) || typeof item.value !== "string") return null;
      const { name, value, secret } = item;
      return { id: randomId(), name: textOf(name, ""), value, secret: flagOf(secret, false) };
    });
  return { defaultHeaders: rows(headers.default), perRequestHeaders: rows(headers.perRequest) };
}

/**
 * @param typed header rows that are still at hand, to take values from which the log holds only redacted
 * @returns the run's setup; a redacted value that is not at hand is left empty to be entered again
 */
export function draftFromConfig(config: RunConfig, typed: readonly HeaderRow[] = []): SetupDraft {
  const rows = (headers: RunConfig["headers"]["default"]): HeaderRow[] =>
    headers.map(({ name, value, secret }) => {
      const known = typed.find((row) => row.name.toLowerCase() === name.toLowerCase());
      return {
        id: randomId(),
        name,
        value: value.redacted ? (known?.value ?? "") : value.shown,
        secret: secret ?? (value.redacted && (known?.secret ?? true)),
      };
    });
  const { kind, baseURL, runId, speed } = config.provider;
  return {
    ...draftFromFields(config),
    provider: choiceOf(kind, providerKinds, "simulator"),
    baseURL: kind === "custom" ? baseURL : "",
    recordedRunId: runId ?? "",
    replaySpeed: speed ?? defaultDraft.replaySpeed,
    defaultHeaders: rows(config.headers.default),
    perRequestHeaders: rows(config.headers.perRequest),
  };
}

function questionOf({ prompt, messages }: Readonly<Record<string, unknown>>) {
  if (typeof prompt === "string" || !Array.isArray(messages)) return { prompt: textOf(prompt, "") };
  return { prompt: "", messagesText: jsonText(messages) };
}

function systemText(system: unknown): string {
  if (!Array.isArray(system)) return textOf(system, "");
  return system.map((block) => (isJsonObject(block) ? textOf(block.text, "") : "")).join("\n\n");
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
