// Which models does the simulator know, and what does each of them refuse?

export type ModelLine = "haiku" | "sonnet" | "opus" | "fable" | "mythos";
export type ThinkingType = "adaptive" | "enabled" | "between_tools" | "disabled";

export type CatalogueModel = {
  readonly id: string;
  readonly name: string;
  readonly line: ModelLine;
  readonly releasedAt: string;
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly thinking: readonly ThinkingType[];
  /** Whether a conversation may end with an assistant message to be continued. */
  readonly prefill: boolean;
  /** Whether `tool_choice` may be `any` or `tool`. */
  readonly forcedToolChoice: boolean;
  /** Whether `temperature`, `top_p` and `top_k` are still taken on API version 2023-06-01. */
  readonly sampling: boolean;
  /** Whether `messages` may hold a message with role `system`. */
  readonly systemMessages: boolean;
  readonly thinkingDisplay: "summarized" | "omitted";
  /** Whether it thinks where a request says nothing about thinking. */
  readonly thinksByDefault: boolean;
  /** Whether a thinking block only counts behind the conversation it was made in. */
  readonly bindsThinking: boolean;
  readonly defaultEffort: "medium" | "high";
  /** Whether effort above `high`, or a change of it on the way, asks for thinking to be on. */
  readonly effortNeedsThinking: boolean;
  /** Whether code that it runs may call tools. */
  readonly programmaticCalls: boolean;
  /** Whether it can summarize a conversation, on demand or at a threshold. */
  readonly compaction: boolean;
  /** Whether it takes the computer tool from before `computer_toolset_20260801`. */
  readonly computerTool: boolean;
  /** A shorter prompt is not cached, without a word. */
  readonly minCacheableTokens: number;
  readonly deprecatedAt?: string;
  readonly retiresAt?: string;
};

const current = {
  contextTokens: 1_000_000,
  maxOutputTokens: 128_000,
  prefill: false,
  sampling: false,
  thinkingDisplay: "omitted",
  thinksByDefault: true,
  bindsThinking: false,
  defaultEffort: "high",
  effortNeedsThinking: false,
  programmaticCalls: true,
  compaction: true,
  computerTool: true,
  minCacheableTokens: 1_024,
} as const;
const alwaysThinking = {
  ...current,
  forcedToolChoice: false,
  systemMessages: true,
  bindsThinking: true,
  thinking: ["adaptive"],
} as const;
const choosable = { ...current, forcedToolChoice: true, thinking: ["adaptive", "disabled"] } as const;
const manual = {
  ...current,
  forcedToolChoice: true,
  systemMessages: false,
  sampling: true,
  thinking: ["adaptive", "enabled", "disabled"],
  thinkingDisplay: "summarized",
  thinksByDefault: false,
} as const;
const older = {
  ...manual,
  contextTokens: 200_000,
  maxOutputTokens: 64_000,
  prefill: true,
  thinking: ["enabled", "disabled"],
  compaction: false,
  minCacheableTokens: 4_096,
} as const;

/** Newest first, as `GET /v1/models` lists them. Facts: the documentation's model overview and thinking matrix. */
export const models: readonly CatalogueModel[] = [
  model("claude-opus-5-5", "Claude Opus 5.5", "opus", "2026-10-21", {
    ...alwaysThinking,
    defaultEffort: "medium",
    computerTool: false,
  }),
  model("claude-sonnet-5-5", "Claude Sonnet 5.5", "sonnet", "2026-10-21", {
    ...alwaysThinking,
    thinking: ["adaptive", "between_tools"],
    effortNeedsThinking: true,
  }),
  model("claude-haiku-5-5", "Claude Haiku 5.5", "haiku", "2026-10-21", {
    ...choosable,
    systemMessages: true,
    bindsThinking: true,
    defaultEffort: "medium",
    effortNeedsThinking: true,
  }),
  model("claude-fable-5-1", "Claude Fable 5.1", "fable", "2026-09-23", alwaysThinking),
  model("claude-opus-5", "Claude Opus 5", "opus", "2026-06-18", {
    ...choosable,
    systemMessages: true,
    effortNeedsThinking: true,
    minCacheableTokens: 512,
  }),
  model("claude-sonnet-5", "Claude Sonnet 5", "sonnet", "2026-06-18", {
    ...choosable,
    systemMessages: false,
  }),
  model("claude-opus-4-8", "Claude Opus 4.8", "opus", "2026-05-14", {
    ...choosable,
    systemMessages: true,
    thinksByDefault: false,
  }),
  model("claude-opus-4-7", "Claude Opus 4.7", "opus", "2026-04-16", {
    ...choosable,
    systemMessages: false,
    thinksByDefault: false,
    minCacheableTokens: 2_048,
  }),
  model("claude-opus-4-6", "Claude Opus 4.6", "opus", "2026-02-05", { ...manual, minCacheableTokens: 4_096 }),
  model("claude-sonnet-4-6", "Claude Sonnet 4.6", "sonnet", "2026-02-17", manual),
  model("claude-opus-4-5", "Claude Opus 4.5", "opus", "2025-11-24", older),
  model("claude-haiku-4-5", "Claude Haiku 4.5", "haiku", "2025-10-15", {
    ...older,
    programmaticCalls: false,
  }),
  model("claude-sonnet-4-5", "Claude Sonnet 4.5", "sonnet", "2025-09-29", {
    ...older,
    minCacheableTokens: 1_024,
    deprecatedAt: "2026-05-30T00:00:00Z",
    retiresAt: "2026-11-30T00:00:00Z",
  }),
];

const datedNames: Readonly<Record<string, string>> = {
  "claude-opus-4-5-20251101": "claude-opus-4-5",
  "claude-haiku-4-5-20251001": "claude-haiku-4-5",
  "claude-sonnet-4-5-20250929": "claude-sonnet-4-5",
};

/** The model of that id, or undefined. Dated ids of the older models name the same model. */
export function modelById(id: string): CatalogueModel | undefined {
  const undated = Object.hasOwn(datedNames, id) ? datedNames[id] : id;
  return models.find((candidate) => candidate.id === undated);
}

function model(
  id: string,
  name: string,
  line: ModelLine,
  released: string,
  traits: Omit<CatalogueModel, "id" | "name" | "line" | "releasedAt">,
): CatalogueModel {
  return { id, name, line, releasedAt: `${released}T00:00:00Z`, ...traits };
}
