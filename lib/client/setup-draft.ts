// What is a run request while somebody is still writing it?

import { defaultModel } from "@/lib/protocol/default-model";
import type { Mishap } from "@/lib/protocol/mishap";
import { type DraftLimits, defaultLimits } from "./draft-limits";
import type { HookRow } from "./hook-row";

/** One header of the form. A secret's value stays in this page's memory: it is never stored. */
export type HeaderRow = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
};

export const providerKinds = ["simulator", "anthropic", "custom", "recorded"] as const;
export type ProviderKind = (typeof providerKinds)[number];

export const toolChoices = ["auto", "any", "none", "tool"] as const;
export type ToolChoice = (typeof toolChoices)[number];

export const executions = ["parallel", "sequential"] as const;
export type Execution = (typeof executions)[number];

export const engineKinds = ["manual", "tool-runner", "ai-sdk"] as const;
export type EngineKind = (typeof engineKinds)[number];

/** Whether the tool runner goes over message threads; `default` is what its version does when nobody says. */
export const threadChoices = ["default", "on", "off"] as const;
export type ThreadChoice = (typeof threadChoices)[number];

/** All but the tools, which are sets of their own. Numbers are null while their field is empty; JSON fields are text as typed. */
export type SetupDraft = DraftLimits & {
  readonly prompt: string;
  /** JSON of Messages API messages that stand in for the prompt; empty where the prompt is used. */
  readonly messagesText: string;
  readonly system: string;
  readonly model: string;
  readonly provider: ProviderKind;
  readonly baseURL: string;
  /** Whether the embedded gateway stands in between. */
  readonly gateway: boolean;
  /** The stored run whose replies answer; empty for none chosen. */
  readonly recordedRunId: string;
  /** How many times as fast as they came. */
  readonly replaySpeed: number;
  readonly engine: EngineKind;
  /** Empty for the newest. */
  readonly sdkVersion: string;
  readonly thread: ThreadChoice;
  readonly eager: boolean;
  readonly maxIterations: number | null;
  readonly hooks: readonly HookRow[];
  /** Kept while another engine is chosen, sent with the manual loop only. */
  readonly mishaps: readonly Mishap[];
  readonly execution: Execution;
  readonly stream: boolean;
  readonly toolChoice: ToolChoice;
  readonly toolChoiceName: string;
  /** Off sends `disable_parallel_tool_use`: at most one call in a reply. */
  readonly parallelToolUse: boolean;
  readonly maxTokens: number | null;
  readonly defaultHeaders: readonly HeaderRow[];
  readonly perRequestHeaders: readonly HeaderRow[];
  /** Header names, separated by commas or spaces. */
  readonly expectations: string;
  readonly paramsText: string;
  readonly scenario: string | null;
};

export const defaultDraft: SetupDraft = {
  prompt: "What's the weather in San Francisco and New York, and what time is it in each?",
  messagesText: "",
  system: "",
  model: defaultModel,
  provider: "simulator",
  baseURL: "",
  gateway: false,
  recordedRunId: "",
  replaySpeed: 1,
  engine: "manual",
  sdkVersion: "",
  thread: "default",
  eager: false,
  maxIterations: null,
  hooks: [],
  mishaps: [],
  execution: "parallel",
  stream: true,
  toolChoice: "auto",
  toolChoiceName: "",
  parallelToolUse: true,
  maxTokens: 4_096,
  defaultHeaders: [],
  perRequestHeaders: [],
  expectations: "",
  ...defaultLimits,
  paramsText: "",
  scenario: null,
};
