// What does the simulator know of a model?

export type ModelLine = "haiku" | "sonnet" | "opus" | "fable" | "mythos";
export type ThinkingType = "adaptive" | "enabled" | "between_tools" | "disabled";

export const modelLifecycles = ["active", "deprecated", "retired"] as const;
export type ModelLifecycle = (typeof modelLifecycles)[number];

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
  /** Whether what it says between its calls is thinking instead of text. */
  readonly narratesInThinking: boolean;
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
  /** Listed for the record; a request that names it is refused. */
  readonly isRetired?: true;
};

export function lifecycleOf({ isRetired, deprecatedAt }: CatalogueModel): ModelLifecycle {
  if (isRetired === true) return "retired";
  return deprecatedAt === undefined ? "active" : "deprecated";
}
